setTimeout(() => {
  null.x
}, 1)
// cell
queueMicrotask(function () {
  throw new Error("in a microtask")
})
Promise.resolve().then(() => {
  throw new Error("in a reaction")
})
;(async () => {
  await null
  throw new Error("after await")
})()
;(() => {
  console.trace("called by the script")
})()
// cell
await Promise.reject(new Error("in the script itself")).catch((error) => {
  throw new Error("in a reaction that is awaited", { cause: error })
})
