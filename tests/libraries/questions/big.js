const Big = require("../node_modules/big.js/big.js");
Big.DP = 30;
console.log(new Big(1).div(7).toString(), new Big("123.456").round(1).toString(), new Big(2).sqrt().toFixed(20));
