const yaml = require("../node_modules/js-yaml/dist/browser/js-yaml.umd.min.js");
console.log(JSON.stringify(yaml.load("a: 1\nb: [x, y]\nc:\n  - d: true\n    e: ~\nf: |\n  two\n  lines\nbase: &b {k: 1}\nref: *b\n")), yaml.dump({ a: [1, { b: "c: d" }], n: null }));
try { yaml.load("a: [1") } catch (error) { console.log(error.reason) }
