const prettier = require("../node_modules/prettier/standalone.js");
const babel = require("../node_modules/prettier/plugins/babel.js"), estree = require("../node_modules/prettier/plugins/estree.js");
prettier.format("const a={b:1,c:[1,2,3]};function  f( x ){return x?a : {...a,d:`${x}`}}", { parser: "babel", plugins: [babel, estree] }).then((text) => console.log(text), (error) => console.log("error", error.message));
