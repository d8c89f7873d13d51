const { greet } = require("plugin:examples:greeter")
greet.async(10n).catch((error) => console.log(error.name, error.message))
console.log("goes on")
await greet.async("a", () => 1)
