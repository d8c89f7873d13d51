const peggy = require("../node_modules/peggy/browser/peggy.min.js");
const parser = peggy.generate("sum = a:n \"+\" b:sum { return a + b } / n\nn = d:[0-9]+ { return parseInt(d.join(\"\"), 10) }");
console.log(parser.parse("1+22+3"));
try { parser.parse("1+") } catch (error) { console.log(error.message) }
