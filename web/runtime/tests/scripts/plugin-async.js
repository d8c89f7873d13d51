// native: asks a probe what reached it
const { greet, strings } = require("plugin:examples:greeter")
const probe = require("plugin:probe")
const both = [greet.async("a"), strings.upper.async("b")]
console.log(both[0], greet.async.name, Object.keys(greet))
console.log(await Promise.all(both))
probe.fail.async("plugin-exited", "gone").catch((error) => console.log(error.name, error.code, error.method))
probe.show.async(new Date(0)).catch((error) => console.log(error.message))
await null
await probe.fail.async("plugin-failed", "not caught")
