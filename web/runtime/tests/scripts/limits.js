const attempt = (name, act) => {
  try {
    console.log(name, "gave", typeof act())
  } catch (error) {
    console.log(name, error.name, "-", error.message)
  }
}
const nested = (depth, wrap) => {
  let value = 1
  for (let i = 0; i < depth; i++) value = wrap(value)
  return value
}
attempt("repeat", () => "x".repeat(2 ** 30))
attempt("repeat is as before", () => ["ab".repeat(3), "x".repeat(0), "".repeat.length])
attempt("repeat -1", () => "x".repeat(-1))
attempt("repeat Infinity", () => "x".repeat(Infinity))
attempt("padStart", () => "x".padStart(1e9))
attempt("padEnd", () => "x".padEnd(2 ** 40, "ab"))
attempt("fill", () => new Array(1e9).fill(0))
attempt("join", () => new Array(2 ** 32 - 1).join("-"))
attempt("forEach", () => new Array(1e9).forEach(() => {}))
attempt("sort", () => new Array(1e9).sort())
attempt("buffer", () => new ArrayBuffer(2 ** 33))
attempt("typed array", () => new Float64Array(1e9))
attempt("deep JSON text", () => JSON.parse("[".repeat(100000)))
attempt("not so deep JSON", () => JSON.stringify(nested(400, (inner) => [inner])))
attempt("cyclic JSON", () => { const a = {}; a.a = a; return JSON.stringify(a) })
attempt("cyclic join", () => { const a = [1]; a.push(a); return a.join() })
attempt("eval", () => eval("[".repeat(100000)))
attempt("Function", () => new Function("return " + "(".repeat(100000)))
attempt("map", () => [1, 2, 3].map(String).join())
console.log([].map.name, [].map.length, Object.getOwnPropertyDescriptor(Array.prototype, "map").enumerable)
