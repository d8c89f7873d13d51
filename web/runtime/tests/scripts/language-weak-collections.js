const key = {}
const map = new WeakMap([[key, "kept"]])
const set = new WeakSet([key])
console.log(map.get(key), map.has({}), set.has(key), new WeakRef(key).deref() === key)
try {
  map.set("text", 1)
} catch (error) {
  console.log(error.name)
}
