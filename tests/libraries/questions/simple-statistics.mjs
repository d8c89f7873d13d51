import * as ss from "../node_modules/simple-statistics/dist/simple-statistics.mjs";
console.log(ss.mean([1, 2, 4]).toFixed(6), ss.standardDeviation([1, 2, 3, 4]).toFixed(6), ss.quantile([1, 2, 3, 4, 5], 0.9), JSON.stringify(ss.linearRegression([[0, 0], [1, 2], [2, 4]])), ss.median([5, 1, 3]));
