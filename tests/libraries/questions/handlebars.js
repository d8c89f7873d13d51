const Handlebars = require("../node_modules/handlebars/dist/handlebars.min.js");
Handlebars.registerHelper("loud", (text) => text.toUpperCase());
console.log(Handlebars.compile("{{#each items}}{{@index}}: {{loud name}}{{#unless @last}}, {{/unless}}{{/each}} {{{raw}}} {{esc}}")({ items: [{ name: "a" }, { name: "b" }], raw: "<b>", esc: "<i>" }));
