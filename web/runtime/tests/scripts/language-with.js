const result = new Function("object", "with (object) { return a + b }")({ a: 1, b: 2 })
console.log(result)
try {
  new Function("'use strict'; with ({}) {}")
} catch (error) {
  console.log(error.name)
}
