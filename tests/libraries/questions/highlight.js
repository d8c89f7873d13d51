const hljs = require("../node_modules/highlight.js/lib/core.js");
hljs.registerLanguage("javascript", require("../node_modules/highlight.js/lib/languages/javascript.js"));
hljs.registerLanguage("rust", require("../node_modules/highlight.js/lib/languages/rust.js"));
console.log(hljs.highlight("const a = `x${1}` // c", { language: "javascript" }).value);
console.log(hljs.highlightAuto("fn main() { println!(\"x\"); }").language);
