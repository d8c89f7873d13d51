const qs = require("qs");
console.log(JSON.stringify(qs.parse("a[b][c]=1&d[]=2&d[]=3&e=%C3%BC")), qs.stringify({ a: [1, 2], b: { c: "d e" } }));
