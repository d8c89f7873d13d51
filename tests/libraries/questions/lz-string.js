const LZString = require("../node_modules/lz-string/libs/lz-string.min.js");
const text = "hello hello hello ü😀";
console.log(LZString.compressToBase64(text), LZString.decompressFromEncodedURIComponent(LZString.compressToEncodedURIComponent(text)) === text);
