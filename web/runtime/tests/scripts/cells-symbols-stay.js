const key = Symbol("key")
const store = { [key]: "kept" }
// cell
store[key]
// cell
Symbol.for("shared") === Symbol.for("shared")
