const pako = require("../node_modules/pako/dist/browser/pako.umd.min.js");
const text = "the quick brown fox ".repeat(20);
const packed = pako.deflate(text);
console.log(packed.length, new TextDecoder().decode(pako.inflate(packed)) === text, [...pako.gzip("a")].slice(0, 3).join());
