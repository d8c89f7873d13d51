const { XMLParser, XMLBuilder } = require("fast-xml-parser");
console.log(JSON.stringify(new XMLParser({ ignoreAttributes: false }).parse("<a x=\"1\"><b>2</b><b>t &lt;</b><c/></a>")), new XMLBuilder({ format: true }).build({ a: { b: [1, 2] } }));
