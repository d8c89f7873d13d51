const JSON5 = require("../node_modules/json5/dist/index.min.js");
console.log(JSON.stringify(JSON5.parse("{ a: 1, 'b': [0x1F, .5, +Infinity,], /* c */ d: 'x\\\ny' }")), JSON5.stringify({ a: "it's", b: [1, { c: null }] }, null, 2));
