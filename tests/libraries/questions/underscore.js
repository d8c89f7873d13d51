const _ = require("../node_modules/underscore/underscore-umd-min.js");
console.log(JSON.stringify(_.countBy([1, 2, 3, 4], (n) => (n % 2 ? "odd" : "even"))), _.flatten([1, [2, [3, [4]]]]).join());
