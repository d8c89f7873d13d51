const greeter = require("plugin:examples:greeter")
console.log(greeter.greet("Ada"))
console.log(greeter.strings.upper("straße"), greeter.strings.lower("ÅSA"))
greeter.greet("you")
