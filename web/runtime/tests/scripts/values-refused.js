const { call: show } = require("plugin:misbehaving")
const cycle = { list: [] }
cycle.list.push({ back: cycle })
const inner = { a: {} }
inner.a.b = inner.a
const mapped = (function () {
  return arguments
})(1)
const values = {
  Date: () => show({ profile: { born: new Date(0) } }),
  "second argument": () => show(1, new Date(0)),
  function: () => show(() => 1),
  "method in an object": () => show({ run() {} }),
  "toJSON method": () => show({ toJSON() { return 1 } }),
  class: () => show([class A {}]),
  BigInt: () => show([1, 10n]),
  "boxed BigInt": () => show(Object(10n)),
  Symbol: () => show(Symbol("s")),
  Map: () => show({ "a b": new Map() }),
  Set: () => show(new Set([1])),
  WeakMap: () => show(new WeakMap()),
  RegExp: () => show(/x/g),
  Error: () => show({ cause: new TypeError("no") }),
  PluginError: () => show(new PluginError("no")),
  Promise: () => show([Promise.resolve(1)]),
  Proxy: () => show(new Proxy({}, { ownKeys() { throw new Error("must not be asked") } })),
  ArrayBuffer: () => show(new ArrayBuffer(1)),
  DataView: () => show(new DataView(new ArrayBuffer(1))),
  Float64Array: () => show({ samples: new Float64Array(2) }),
  Uint8ClampedArray: () => show(new Uint8ClampedArray(2)),
  BigInt64Array: () => show(new BigInt64Array(1)),
  arguments: () => show(mapped),
  iterator: () => show([1].values()),
  generator: () => show((function* () {})()),
  "lone surrogate": () => show({ text: "a\ud800" }),
  "lone surrogate in a key": () => show({ "\udc00": 1 }),
  cycle: () => show(cycle),
  "inner cycle": () => show(inner),
  "endless sparse array": () => show([new Array(2 ** 32 - 1)]),
  "getter that throws": () => show({ get a() { throw new RangeError("mine") } }),
}
for (const [name, run] of Object.entries(values)) {
  try {
    console.log(`${name}: crossed as ${run()}`)
  } catch (error) {
    console.log(`${name}: ${error.name}: ${error.message}`)
  }
}
