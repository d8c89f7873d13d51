const { greet } = require("plugin:examples:greeter")
for (const value of [new Date(0), () => 1, 10n, Symbol("s"), new Map(), /x/]) {
  try {
    greet(value)
  } catch (error) {
    console.log(error.name, error.message)
  }
}
