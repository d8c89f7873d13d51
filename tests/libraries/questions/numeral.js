const numeral = require("../node_modules/numeral/min/numeral.min.js");
console.log(numeral(1234567.891).format("0,0.00"), numeral(0.974878).format("0.00%"), numeral(1e9).format("0.0a"), numeral(3661).format("00:00:00"), numeral("$1,000.5").value());
