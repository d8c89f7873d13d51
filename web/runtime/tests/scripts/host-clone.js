const shared = { deep: [1, , 3] }
const cycle = { shared, again: shared, date: new Date(0), pattern: /a\/b/gi, none: undefined, big: 10n }
cycle.self = cycle
cycle.map = new Map([[shared, new Set([cycle])]])
const copy = structuredClone(cycle)
console.log(copy, copy.self === copy, copy.shared === copy.again, copy.shared !== shared, copy.map.has(copy.shared), 1 in copy.shared.deep)
class Point {
  x = 1
  get sum() {
    return 2
  }
}
console.log(structuredClone(new Point()), structuredClone({ get computed() { return 5 } }))
console.log(structuredClone(new Float32Array([1.5, -0])), structuredClone(new DataView(new ArrayBuffer(4), 1, 2)).byteLength)
console.log(structuredClone([new String("s"), Object(1n), new Boolean(false)]))
const error = structuredClone(new TypeError("bad", { cause: { why: 1 } }))
console.log(error instanceof TypeError, error.message, error.cause, error.stack === undefined)
console.log(structuredClone(new DOMException("m", "AbortError")).code)
const buffer = new Uint8Array([1, 2, 3]).buffer
const moved = structuredClone({ buffer }, { transfer: [buffer] })
console.log(moved, buffer.byteLength, buffer)
let deep = {}
for (let level = 0; level < 600; level++) deep = { deep }
for (const value of [() => 1, Symbol("s"), new WeakMap(), Promise.resolve(), { in: [class {}] }, buffer, deep, new URL("http://a")]) {
  try {
    structuredClone(value)
    console.log("cloned")
  } catch (error) {
    console.log(String(error), error.code)
  }
}
for (const transfer of [[1], [moved.buffer, moved.buffer], 5]) {
  try {
    structuredClone(1, { transfer })
  } catch (error) {
    console.log(String(error))
  }
}
const numbers = crypto.getRandomValues(new Uint32Array(64))
console.log(new Set(numbers).size > 60, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()))
for (const array of [new Float64Array(1), new Uint8Array(65_537), [1], undefined]) {
  try {
    crypto.getRandomValues(array)
  } catch (error) {
    console.log(String(error))
  }
}
const before = performance.now()
console.log(before >= 0, performance.now() >= before, Math.abs(Date.now() - performance.timeOrigin) < 60_000)
