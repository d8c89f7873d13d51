const lib = require("../node_modules/fraction.js/dist/fraction.min.js");
const Fraction = lib.Fraction ?? lib;
console.log(new Fraction("1.(3)").toFraction(), new Fraction(7, 3).toFraction(true), new Fraction(0.3).add("1/7").toString());
