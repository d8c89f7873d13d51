const async = require("../node_modules/async/dist/async.min.js");
async.mapLimit([3, 1, 2], 2, (n, done) => setTimeout(() => done(null, n * n), n), (error, result) => console.log(error, result.join()));
async.waterfall([(next) => next(null, 1), (a, next) => next(null, a + 1)], (error, result) => console.log(error, result));
