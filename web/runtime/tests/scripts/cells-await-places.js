const f = async (value) => value; await f(1); const t = (await f(2)) + (await f({ a: null })).a.b
// cell
await f(await f(await f(3))), null.x
// cell
const {
  one,
} = await f({ one: 1 }), two = one.missing.deep
// cell
async function deep() {
  await null
  throw new Error("from a continued function")
}
await deep()
// cell
new Promise(() => { throw new TypeError("in an executor") })
// cell
await Promise.all([f(1), Promise.reject(new RangeError("one of all"))])
// cell
const bad = (await f(1) +)
// cell
for await (const x of [1]) {
  x.y.z
}
