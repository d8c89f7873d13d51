const { always } = require("plugin:examples:failing")
async function later() {
  await null
  console.log("second")
  always("lost without a trace?")
}
later()
Promise.reject(new Error("handled")).catch((error) => console.log("caught", error.message))
Promise.reject(5)
console.log("first")
Promise.resolve("done")
