// Run this with the button above, or with Ctrl+Enter (Cmd+Enter on a Mac).
// The greeter is a native program on your machine: each call goes to its process and back.

const greeter = require("plugin:examples:greeter");

console.log(greeter.greet("hello"));
console.log(greeter.strings.upper("hello"));

// The value of the last expression is shown as well. This one is the ID of the plugin's process.
greeter.meta.pid();
