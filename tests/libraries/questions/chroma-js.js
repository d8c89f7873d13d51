const lib = require("../node_modules/chroma-js/dist/chroma.min.cjs");
const chroma = lib.default ?? lib;
console.log(chroma("tomato").darken().hex(), chroma.mix("red", "blue", 0.5, "lab").hex(), chroma.scale(["yellow", "008ae5"]).colors(4).join(), chroma("teal").luminance().toFixed(4), chroma.contrast("pink", "purple").toFixed(3));
