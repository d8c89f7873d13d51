const { greet } = require("plugin:examples:greeter")
function* greetings(names) {
  for (const name of names) yield greet(name)
}
[...greetings(["one", "two"])]
