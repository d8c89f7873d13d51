const _ = require("../node_modules/lodash/lodash.min.js");
console.log(JSON.stringify(_.groupBy([1.2, 1.8, 2.1], Math.floor)), _.camelCase("hello big world"));
console.log(_.template("<% names.forEach(n => { %><<%- n %>><% }) %>")({ names: ["a&b", "c"] }));
console.log(_.chain([5, 3, 9]).sortBy().map((n) => n * 2).value().join(), _.isEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }));
