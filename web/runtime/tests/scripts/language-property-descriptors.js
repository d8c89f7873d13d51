const object = Object.defineProperty({}, "hidden", { value: 1 })
console.log(JSON.stringify(Object.getOwnPropertyDescriptor(object, "hidden")), Object.keys(object).length)
object.hidden = 2
console.log(object.hidden, Object.isExtensible(Object.preventExtensions(object)), Object.isSealed(Object.seal({ a: 1 })))
try {
  Object.defineProperty(object, "hidden", { value: 3 })
} catch (error) {
  console.log(error.name)
}
