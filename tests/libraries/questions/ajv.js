const lib = require("../node_modules/ajv/dist/ajv.js");
const Ajv = lib.default ?? lib;
const validate = new Ajv({ allErrors: true }).compile({ type: "object", properties: { a: { type: "integer", minimum: 2 }, b: { type: "string", pattern: "^x" } }, required: ["a", "b"] });
console.log(validate({ a: 2, b: "xy" }), validate({ a: 1, b: "y" }), JSON.stringify(validate.errors.map((error) => error.instancePath + " " + error.message)));
