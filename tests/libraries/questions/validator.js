const validator = require("../node_modules/validator/validator.min.js");
console.log(validator.isEmail("a.b@example.com"), validator.isURL("http://x"), validator.isCreditCard("4111 1111 1111 1111"), validator.isUUID("123e4567-e89b-12d3-a456-426614174000"), validator.escape("<a>"), validator.isISO8601("2024-02-30", { strict: true }));
