const order = []
setTimeout(() => order.push("timeout"), 0)
queueMicrotask(() => order.push("microtask"))
Promise.resolve().then(() => order.push("promise"))
;(async () => {
  order.push("async start")
  await null
  order.push("async end")
})()
order.push("sync")
setTimeout(() => console.log(order.join(", ")), 5)
