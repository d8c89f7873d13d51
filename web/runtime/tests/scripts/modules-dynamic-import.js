const { greet } = await import("plugin:examples:greeter")
greet("dynamic")
// cell
import("plugin:examples:greeter").then((module) => console.log(typeof module.default, typeof module.strings.upper))
// cell
(await import("plugin:examples:greeter")).default === require("plugin:examples:greeter")
