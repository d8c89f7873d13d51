function where() {
  return new Error("here").stack.includes("where")
}
console.log(where(), typeof new Error().stack, Object.keys(new Error("x")).length)
// cell
const outer = (value) => inner(value)
function inner(value) {
  const list = [value].map((one) => new RangeError(`no ${one}`))
  return list[0]
}
console.log(outer(1).stack)
// cell
class Refused extends Error {
  get name() { return "never called" }
}
console.log(new Refused("twice").stack.split("\n")[0])
const first = outer(2)
const copy = structuredClone(first)
console.log(copy.stack === first.stack, copy)
const named = Object.assign(outer(3), { name: "Named" })
named.stack = "Named: elsewhere\n    at there (far.js:7:8)"
named
// cell
console.log(Object.getOwnPropertyDescriptor(Error.prototype, "stack").get.call({}), Error.prototype.stack)
