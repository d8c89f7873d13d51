const order = []
queueMicrotask(() => {
  order.push(1)
  queueMicrotask(() => order.push(3))
})
queueMicrotask(() => order.push(2))
setTimeout(() => console.log(order.join()), 0)
