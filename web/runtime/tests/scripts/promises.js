// native: asks a probe what reached it
const probe = require("plugin:probe")
async function later() {
  await null
  console.log("second")
  probe.fail("plugin-failed", "lost without a trace?")
}
later()
Promise.reject(new Error("handled")).catch((error) => console.log("caught", error.message))
Promise.reject(5)
console.log("first")
Promise.resolve("done")
