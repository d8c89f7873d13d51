const { minify } = require("../node_modules/terser/dist/bundle.min.js");
minify("function add(first, second) { const unused = 1; if (true) { return first + second } else { return 0 } } console.log(add(1, 2))", { toplevel: true }).then((out) => console.log(out.code), (error) => console.log("error", error.message));
