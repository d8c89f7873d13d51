const { greet, strings: { upper } } = require("plugin:examples:greeter")
console.log(greet("a"), upper("b"), ["x", "y"].map((text) => upper(text)))
