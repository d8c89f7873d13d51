const R = require("../node_modules/ramda/dist/ramda.min.js");
console.log(R.pipe(R.map(R.multiply(2)), R.filter(R.gt(R.__, 3)), R.sum)([1, 2, 3]), JSON.stringify(R.assocPath(["a", "b"], 1, {})), R.toString(R.groupBy(R.length, ["a", "bb", "c"])));
