const katex = require("../node_modules/katex/dist/katex.min.js");
console.log(katex.renderToString("c = \\pm\\sqrt{a^2 + b^2}"));
try { katex.renderToString("\\frac{1") } catch (error) { console.log(error.name, error.message) }
