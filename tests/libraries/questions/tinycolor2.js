const tinycolor = require("tinycolor2");
console.log(tinycolor("hsl(120, 50%, 50%)").toHexString(), tinycolor("red").lighten(20).toString(), tinycolor.mostReadable("#000", ["#f00", "#0f0"]).toHexString(), tinycolor("rgba(1,2,3,.4)").toRgbString());
