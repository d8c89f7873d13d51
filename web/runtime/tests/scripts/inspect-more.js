class Animal {}
class Dog extends Animal {
  #secret = 1
  static bark() {}
}
const cause = new RangeError("deep down", { cause: { code: 7 } })
const failure = new AggregateError([new Error("one"), "two"], "several", { cause })
for (const value of [
  Dog,
  new Dog(),
  class {},
  async () => 1,
  function* numbers() {},
  async function* later() {},
  Math.max,
  new Proxy(() => 1, {}),
  [new Proxy([], {})],
  new ArrayBuffer(3),
  new Uint8Array([1, 2, 255]).buffer,
  new DataView(new ArrayBuffer(8), 2, 3),
  new SharedArrayBuffer(2),
  new ArrayBuffer(1000),
  new BigInt64Array(2),
  Object.assign([1, 2], { extra: true }),
  Object.assign(Object.create(null), { a: 1 }),
  { [Symbol.toStringTag]: "Tagged" },
  new (class Tagged { get [Symbol.toStringTag]() { throw 1 } })(),
  Symbol("s"),
  Symbol.iterator,
  Object(Symbol("boxed")),
  new Number(-0),
  new Boolean(false),
  new WeakMap(),
  new WeakRef({}),
  [].values(),
  new Map().entries(),
  globalThis === Object(globalThis),
  JSON,
  Math,
  (function () { return arguments })(1, 2),
  { undefined, null: null, nan: NaN, big: 123n, "-0": -0 },
  10n ** 30n,
  Array.from({ length: 100_000 }, (_, index) => index).length,
  new Set([new Map([[new Set([1]), { a: [{}] }]])]),
  "control \u0000 \u001b[31m \u2028",
  [undefined, null],
  { f() {}, get g() { return 1 } },
  Promise.reject(new Error("no")).catch(() => {}) && Promise.resolve(),
]) {
  console.dir(value)
}
console.log(Object.assign(new Error("own properties"), { code: "E1", details: { a: 1 } }).code)
console.dir(failure)
console.dir(Object.assign(Object.create(Error.prototype), { message: "not really" }))
const million = Array.from({ length: 100_000 }, (_, index) => ({ index }))
console.dir(million.slice(0, 3))
console.dir([million].length)
const manyKeys = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`key${index}`, index]))
console.dir(Object.keys(manyKeys).length)
console.dir(Array.from({ length: 50 }, () => "y".repeat(9_000)).length)
console.log("%s|%s|%o", { a: 1 }, "text", [1], "rest")
console.log("%cstyled%c plain", "color: red; position: fixed", "")
