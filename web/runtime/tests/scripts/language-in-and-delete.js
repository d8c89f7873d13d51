const object = { a: 1, b: undefined }
console.log("a" in object, "b" in object, "c" in object, "toString" in object, delete object.a, "a" in object)
"use strict"
const frozen = Object.freeze({ kept: 1 })
frozen.kept = 2
console.log(frozen.kept, Reflect.deleteProperty(frozen, "kept"), Object.isFrozen(frozen))
