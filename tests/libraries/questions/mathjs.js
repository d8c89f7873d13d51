const math = require("../node_modules/mathjs/lib/browser/math.js");
console.log(math.evaluate("sqrt(3^2 + 4^2)"), math.evaluate("2 inch to cm").toString(), math.derivative("x^2 + x", "x").toString());
console.log(math.det([[1, 2], [3, 4]]), math.format(math.complex(2, 3)), math.fraction(0.125).toString(), math.simplify("2x + 3x").toString());
