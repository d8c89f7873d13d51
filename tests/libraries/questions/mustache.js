const Mustache = require("../node_modules/mustache/mustache.min.js");
console.log(Mustache.render("{{#list}}<{{.}}>{{/list}}{{^none}}empty{{/none}} {{{a}}} {{a}}", { list: [1, 2], a: "&" }));
