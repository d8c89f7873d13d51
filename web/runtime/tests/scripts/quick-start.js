// native: shows the process id of a fake
let greeter = require("plugin:examples:greeter")
console.log(greeter.greet("hello"))
console.log(greeter.strings.upper("hello"), greeter.strings.lower("HELLO"))
console.log(Object.keys(greeter), greeter.greet.name, greeter.strings.upper.name)
console.log(require("plugin:examples:greeter") === greeter)
console.log(greeter)
greeter.meta.pid()
