// native: asks a probe what reached it
const { show } = require("plugin:probe")
class Point {
  constructor() {
    this.x = 1
  }
  method() {}
}
const hidden = Object.defineProperty({ seen: 1 }, "unseen", { value: 2 })
const vanishing = {
  get first() {
    delete this.second
    return 1
  },
  second: 2,
}
const same = { twice: true }
const values = {
  nothing: () => show(),
  undefined: () => show(undefined),
  null: () => show(null),
  true: () => show(true),
  integer: () => show(42),
  fraction: () => show(1.5),
  "minus zero": () => show(-0),
  NaN: () => show(NaN),
  Infinity: () => show(Infinity, -Infinity),
  "too large for a double": () => show(9007199254740993),
  "largest double": () => show(Number.MAX_VALUE),
  string: () => show("x"),
  "empty string": () => show(""),
  "text with NUL, umlaut and emoji": () => show("a\0ü😀"),
  array: () => show([1, "two", [3]]),
  "empty array": () => show([]),
  hole: () => show([1, , 3]),
  "undefined in an array": () => show([undefined]),
  "array with a name": () => show(Object.assign([1], { extra: 2 })),
  object: () => show({ b: 1, a: 2 }),
  "empty object": () => show({}),
  "keys keep their order": () => show({ z: 1, 2: 2, y: 3, 1: 4, "": 5 }),
  "undefined field": () => show({ a: undefined }),
  "null prototype": () => show(Object.assign(Object.create(null), { a: 1 })),
  "inherited fields": () => show(Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true } })),
  "class instance": () => show(new Point()),
  getter: () => show({ get a() { return 7 } }),
  "getter that removes a later key": () => show(vanishing),
  "hidden field": () => show(hidden),
  "symbol key": () => show({ [Symbol("s")]: 1, a: 2 }),
  "toJSON field that is no function": () => show({ toJSON: 1 }),
  "boxed string": () => show(new String("s")),
  "boxed number": () => show(new Number(3)),
  "boxed boolean": () => show(new Boolean(false)),
  bytes: () => show(new Uint8Array([1, 2])),
  "part of a buffer": () => show(new Uint8Array([1, 2, 3, 4]).subarray(1, 3)),
  "no bytes": () => show(new Uint8Array()),
  "the same object twice": () => show([same, same]),
  "several arguments": () => show(1, "2", [3]),
}
for (const [name, run] of Object.entries(values)) {
  console.log(`${name}: ${run()}`)
}
