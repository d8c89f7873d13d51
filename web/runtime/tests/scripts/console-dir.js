console.dir({ a: { b: { c: 1 } } })
console.dir("text")
console.dir([1, "two"], { depth: 0 })
