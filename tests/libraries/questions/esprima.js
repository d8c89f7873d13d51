const esprima = require("../node_modules/esprima/dist/esprima.js");
console.log(JSON.stringify(esprima.parseScript("const a = (x) => x ** 2 / 3", { range: true })));
console.log(esprima.tokenize("if (a) /b/.test(c)").map((token) => token.type + ":" + token.value).join(" "));
