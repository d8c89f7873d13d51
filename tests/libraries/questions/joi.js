const Joi = require("../node_modules/joi/dist/joi-browser.min.js");
const schema = Joi.object({ a: Joi.string().alphanum().min(3).required(), b: Joi.number().integer() });
console.log(JSON.stringify(schema.validate({ a: "abc", b: "7" }).value), schema.validate({ a: "x" }).error.message);
