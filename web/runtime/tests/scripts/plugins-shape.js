const greeter = require("plugin:examples:greeter")
console.log(Object.keys(greeter), typeof greeter.greet, greeter.greet.name, typeof greeter.strings)
console.log("strings" in greeter, greeter.nothing, typeof greeter.greet.async, Object.prototype.toString.call(greeter.greet))
