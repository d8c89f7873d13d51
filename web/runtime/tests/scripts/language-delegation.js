function* inner() {
  const got = yield "inner"
  return `inner got ${got}`
}
function* outer() {
  console.log(yield* inner())
  yield* [1, 2]
}
const iterator = outer()
console.log(iterator.next().value, iterator.next("x").value, iterator.next().value, iterator.next().done)
