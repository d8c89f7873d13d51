const Promise = require("../node_modules/bluebird/js/browser/bluebird.min.js");
Promise.map([1, 2, 3], (n) => Promise.delay(n).then(() => n * 2), { concurrency: 2 }).then((list) => console.log(list.join()));
Promise.reject(new TypeError("x")).catch(TypeError, (error) => console.log("caught", error.message)).finally(() => console.log("finally"));
