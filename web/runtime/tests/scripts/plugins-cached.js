const greeter = require("plugin:examples:greeter")
greeter.mine = 1
require("plugin:examples:greeter") === greeter
// cell
require("plugin:examples:greeter") === greeter
