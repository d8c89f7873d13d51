const Decimal = require("../node_modules/decimal.js/decimal.js");
Decimal.set({ precision: 40 });
console.log(Decimal.sqrt(2).toString(), new Decimal("1e-7").toFixed(), Decimal.exp(1).toString(), Decimal.sin(1).toString());
