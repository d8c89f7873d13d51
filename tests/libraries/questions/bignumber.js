const BigNumber = require("bignumber.js");
console.log(new BigNumber("0.1").plus("0.2").toString(), new BigNumber(2).pow(200).toFormat(), new BigNumber(1).div(3).toPrecision(30), new BigNumber("ff.8", 16).toString());
