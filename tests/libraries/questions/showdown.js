const { Converter } = require("../node_modules/showdown/dist/showdown.min.js");
console.log(new Converter({ tables: true }).makeHtml("## Hello\n\n* a\n* b\n\n[link](http://x \"t\")"));
