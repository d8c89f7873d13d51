const _ = require("lodash");
const chunk = require("lodash/chunk");
console.log(JSON.stringify(chunk([1, 2, 3, 4, 5], 2)), _.VERSION);
