const later = (value) => new Promise((resolve) => Promise.resolve().then(() => resolve(value)))
const one = await later(1), { two } = { two: await later(2) }
one + two + (await later(3)) * 2
// cell
Promise.resolve().then(() => console.log("first"))
await null
console.log("second")
const list = []
for (const n of [1, 2]) { list.push(await later(n)) }
for await (const n of [later(3), 4]) { list.push(n) }
if (await later(true)) list.push(`${await later("t")}${await await later(5)}`)
list
// cell
try {
  await Promise.reject(new RangeError("rejected"))
} catch (error) {
  console.log("caught", error.message)
} finally {
  await null
}
await later({ f: () => "called" }).then((o) => o.f())
// cell
   await Promise.reject(new Error("not caught"))
// cell
  const failed = await Promise.reject("text")
// cell
failed
// cell
const failed = "declared again"; failed
// cell
await new Promise(() => {})
// cell
async function inner() { return await later("inner") }
const arrow = async () => (await inner()) + "!"
await arrow()
// cell
var await_ = 1; await_ + one
