// Press Run, or Ctrl+Enter (Cmd+Enter on a Mac).
// The greeter is a native program on your machine:
// each call goes to its process and back.

const greeter = require("plugin:examples:greeter");

console.log(greeter.greet("hello"));
console.log(greeter.strings.upper("hello"));

// The last value is shown too: the plugin's process ID.
greeter.meta.pid();
