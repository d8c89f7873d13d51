const v = require("voca");
console.log(v.kebabCase("goodbyeBlueSky"), v.sprintf("%05.2f|%-6s|%x", 3.14159, "ab", 255), v.latinise("cafe\u0301 ñ"), v.wordWrap("a long line of words", { width: 7 }));
