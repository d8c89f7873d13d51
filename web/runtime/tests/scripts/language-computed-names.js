const key = "dyn"
const object = { [key + 1]: 1, [`${key}2`]() { return this[key + 1] + 1 }, get [Symbol.toStringTag]() { return "Named" } }
console.log(object.dyn1, object.dyn2(), object.dyn2.name, String(object))
