class Animal {
  constructor(name) {
    this.name = name
  }
}
const cycle = { name: "cycle" }
cycle.self = cycle
const tagged = Object.assign(() => 1, { extra: 2 })
const values = [
  "quote \" and \n line",
  [1, , 3],
  [, , ,],
  new Array(5e8),
  { "not an identifier": 1, [Symbol("key")]: 2, 5: 3 },
  new Map([["a", { b: 1 }], [{}, 2]]),
  new Set([1, "two"]),
  new Animal("cat"),
  [new Animal("dog")],
  Object.create(null),
  cycle,
  { a: { b: { c: { d: { e: { f: 1 } } } } } },
  { get a() { throw 1 }, set b(value) {}, get c() { return 1 }, set c(value) {} },
  function named() {},
  () => 1,
  class Named {},
  tagged,
  /a\/b/gi,
  new Date(0),
  new Date(NaN),
  new Uint8Array(3),
  new Float64Array([0.5, -0]),
  Promise.resolve([1]),
  new Promise(() => {}),
  new Proxy({}, { get() { throw 1 } }),
  new String("boxed"),
  Object(1n),
  -0,
  NaN,
  Array.from({ length: 30 }, (_, i) => i * 100),
  Array.from({ length: 300 }, (_, i) => i),
  { long: "x".repeat(10_010) },
  new (class extends Map {})([[1, 2]]),
]
for (const value of values) {
  console.dir(value)
}
;({ last: Array.from({ length: 12 }, (_, i) => ({ index: i, text: `item ${i}` })) })
