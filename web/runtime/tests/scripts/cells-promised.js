let counter = 0
const count = () => ++counter
// cell
count(); count(); counter
// cell
let counter = 100
;[counter, count(), counter]
// cell
const attempt = (act) => { try { return act() } catch (error) { return `${error.name}: ${error.message}` } }
console.log(attempt(() => early), attempt(() => typeof early), attempt(() => { early = 2 }))
let early = 1
const late = attempt(() => late)
late
// cell
const half = 1; throw new Error("half-way"); const never = 2
// cell
half
// cell
never
// cell
const never = "declared at last"; never
// cell
const half = 3
half = 4
// cell
"use strict"; undeclared = 1
// cell
undeclared = 2; (function () { return this === globalThis })() && undeclared
// cell
const Map = "mine"
;[Map, typeof globalThis.Map, new globalThis.Map().size]
// cell
Map
// cell
class Base { who() { return "base" } }
class Derived extends Base { who() { return super.who() + " and derived" } }
// cell
class Base { who() { return "another base" } }
new Derived().who()
// cell
class Derived extends Base { static made = 1; #hidden = 2; get hidden() { return this.#hidden } }
;[new Derived().who(), Derived.made, new Derived().hidden, Derived.name.length]
// cell
const handlers = []
for (let i = 0; i < 3; i++) handlers.push(() => i)
for (const i of [5]) handlers.push(() => i)
handlers.map((handler) => handler())
// cell
let handlers = [...handlers_before()]
function handlers_before() { return [1] }
handlers
// cell
outer: for (const a of [1, 2]) { for (const b of [1, 2]) { if (b === 2) continue outer; console.log(a, b) } }
// cell
if (true) { "value of a block" }
// cell
let a = 1, b = 2; [a, b] = [b, a]
;({ a, b: [b = 7] = [] } = { a: a + 10 })
;[a, b]
// cell
const { a, b: { c = a } = {}, ...others } = { a: 1, z: 26 }, [first, , third = first] = [1, 2]
;({ a, c, others, first, third })
// cell
var a = "a var over a const"; var a; a
// cell
function a() { return "a function over a var" }
a()
// cell
let \u0061 = "escaped"; a + `${a}` + { a }.a + (({ a }) => a)({ a: "!" })
// cell
"await import('x')" + /[`'"/]await/.source // import x from "y"
// cell
async function f() { const inner = await Promise.resolve([1, 2]); return inner.length }
const g = async ({ x = 1 } = {}) => { for await (const y of [x]) return y }
;[await f(), await g(), await (await g)({ x: 9 })]
// cell
function* generate() { yield* [1, 2] }
;[...generate()]
// cell
const o = { async *items() { yield await Promise.resolve("item") }, get await() { return "a property" } }
const all = []
for await (const item of o.items()) all.push(item, o.await)
all
// cell
let undefined = 1
// cell
const [NaN] = [1]
// cell
import Infinity from "./shapes.js"
// cell
[undefined, NaN, Infinity]
// cell
this === globalThis
