const { Matrix, inverse, EigenvalueDecomposition } = require("../node_modules/ml-matrix/matrix.umd.js");
const m = new Matrix([[2, 1], [1, 3]]);
console.log(inverse(m).to2DArray().map((row) => row.map((n) => n.toFixed(4)).join(" ")).join("; "), new EigenvalueDecomposition(m).realEigenvalues.map((n) => n.toFixed(4)).join());
