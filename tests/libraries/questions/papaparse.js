const Papa = require("../node_modules/papaparse/papaparse.min.js");
console.log(JSON.stringify(Papa.parse("a,b\n1,\"x, \"\"y\"\"\"\n2,z", { header: true, dynamicTyping: true }).data), Papa.unparse([{ a: 1, b: "p,q" }]));
