const order = []
setTimeout(() => order.push("timeout"), 5)
setImmediate((...args) => order.push(...args), "immediate", 2)
Promise.resolve().then(() => order.push("promise"))
clearImmediate(setImmediate(() => order.push("cleared")))
order.push("script")
await new Promise((resolve) => setTimeout(resolve, 10))
order
// cell
setImmediate(() => { throw new Error("nobody waits for this") })
try { setImmediate("text") } catch (error) { console.log(String(error)) }
[setImmediate.name, setImmediate.length, clearImmediate.name, clearImmediate.length]
