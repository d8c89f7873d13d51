const greeter = require("plugin:examples:greeter")
greeter.shout("a")
