// native: asks a probe what reached it
const { make, echo } = require("plugin:probe")
for (const what of ["nan", "infinity", "minus zero", "large", "fraction", "integer", "text", "list", "nothing"]) {
  console.log(what, make(what), typeof make(what))
}
console.log(Object.is(make("minus zero"), -0), make("integer") === 42, Number.isInteger(make("integer")))
const list = make("list")
console.log(Array.isArray(list), list.length, list.push(1))
const object = make("object")
console.log(object, Object.getPrototypeOf(object) === Object.prototype, Object.keys(object))
object.b = "mutable"
console.log(object.b, JSON.stringify(echo({ a: [1, { b: null }] })))
