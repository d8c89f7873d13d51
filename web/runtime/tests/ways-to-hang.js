// way: an endless loop (stop)
while (true) {}
// way: an endless loop in a function (stop)
(function () { for (;;) {} })()
// way: nested loops of functions (stop)
function inner() { for (let i = 0; i < 1e6; i++) {} }
for (;;) inner()
// way: an endless loop that swallows every error (stop)
for (;;) { try { null.x } catch {} finally { continue } }
// way: an endless loop after await (stop)
await null
for (;;) {}
// way: an endless loop of await (stop)
for (;;) await null
// way: endless promise jobs (stop)
(function again() { Promise.resolve().then(again) })()
// way: an endless console (stop)
for (;;) console.log("again")
// way: an endless console in a callback (stop)
[1].forEach(() => { for (;;) console.log("again") })
// way: an endless loop of plugin calls in a callback (stop)
[1].map(() => { for (;;) require("plugin:examples:greeter").greet("again") })
// way: an endless loop of calls in a callback (stop)
const twice = (list) => list.concat(list);
[1].map(() => { for (;;) twice([1]) })
// way: an endless loop of calls after await (stop)
const twice = (list) => list.concat(list)
await (async () => { await null; for (;;) twice([1]) })()
// way: an endless loop of calls in a getter (stop)
const twice = (list) => list.concat(list)
const o = { get x() { for (;;) twice([1]) } }
o.x
// way: a list that grows in a callback (error)
const list = [], text = "x".repeat(1e6), add = () => list.push(text + list.length);
[1].map(() => { for (;;) add() })
// way: a list that grows (stop)
const list = []
for (;;) list.push(list.length)
// way: endless calls of plugins that overlap (stop)
for (;;) require("plugin:examples:greeter").greet.async("again")
// way: an await that nothing ends (error)
await new Promise(() => {})
// way: a long string (error)
"x".repeat(2 ** 30)
// way: a longer string (error)
"x".padEnd(2 ** 31)
// way: a large array filled (error)
new Array(1e9).fill(0)
// way: a large array joined (error)
new Array(2 ** 32 - 1).join()
// way: a large buffer (error)
new Uint8Array(2 ** 32)
// way: deep brackets (error)
eval("[".repeat(100_000) + "]".repeat(100_000))
// way: a long chain of operators (error)
eval("1" + "+1".repeat(100_000))
// way: deep data as JSON (error)
let deep = []
for (let i = 0; i < 100_000; i++) deep = [deep]
JSON.stringify(deep)
// way: deep data as text (error)
let deep = []
for (let i = 0; i < 100_000; i++) deep = [deep]
String(deep)
// way: deep JSON read (error)
JSON.parse("[".repeat(100_000))
// way: recursion (error)
function f() { return f() + 1 }
f()
// way: recursion through sort (error)
function f() { [2, 1].sort(f) }
f()
// way: recursion through map (error)
function f() { return [1].map(f) }
f()
// way: recursion through a proxy (error)
const p = new Proxy({}, { get(target, key) { return p[key] } })
p.x
// way: recursion through a getter (error)
const o = { get x() { return this.x } }
o.x
// way: recursion through toJSON (error)
const o = { toJSON() { return JSON.stringify(o) } }
JSON.stringify(o)
// way: recursion through replace (error)
function f() { return "a".replace(/a/, f) }
f()
// way: recursion through a class (error)
class A { constructor() { return new A() } }
new A()
// way: recursion through spread (error)
function f(...all) { return f(...all) }
f()
// way: recursion through a generator (error)
function* g() { yield* g() }
[...g()]
// way: recursion through eval (error)
globalThis.f = () => eval("f()")
f()
// way: recursion through a template tag (error)
function f(strings) { return f`a` }
f`a`
// way: recursion through async functions (error)
async function f() { await f() }
await f()
// way: recursion through a setter (error)
const o = { set x(value) { this.x = value } }
o.x = 1
// way: recursion through toPrimitive (error)
const o = { [Symbol.toPrimitive]() { return `${o}` } }
`${o}`
// way: recursion through an iterator (error)
const o = { [Symbol.iterator]() { return [...o] } };
[...o]
// way: recursion through Reflect (error)
function f() { return Reflect.apply(f, null, []) }
f()
// way: recursion through a field (error)
class A { inner = new A() }
new A()
// way: recursion through a reviver (error)
function f() { return JSON.parse("[1]", f) }
f()
// way: recursion through instanceof (error)
class A { static [Symbol.hasInstance](value) { return value instanceof A } }
({}) instanceof A
// way: recursion through a promise (error)
function f() { return new Promise(f) }
await f()
// way: recursion through an event (error)
const target = new EventTarget()
target.addEventListener("again", () => target.dispatchEvent(new Event("again")))
target.dispatchEvent(new Event("again"))
throw new Error("the listener's error was told, and the script goes on")
// way: recursion through generators in loops (error)
function* g() { for (const x of g()) yield x }
for (const x of g());
// way: recursion through async generators (error)
async function* g() { yield* g() }
await g().next()
// way: data that comes about while it is written (error)
const endless = () => ({ get inner() { return endless() } })
JSON.stringify(endless())
// way: answers of toJSON without end (error)
const endless = () => ({ toJSON() { return [endless()] } })
JSON.stringify(endless())
// way: a long chain of proxies (error)
let p = {}
for (let i = 0; i < 100_000; i++) p = new Proxy(p, {})
p.x
// way: a long chain of bound functions (error)
let f = () => 1
for (let i = 0; i < 100_000; i++) f = f.bind(null)
f()
// way: a long chain of prototypes (error)
let o = {}
for (let i = 0; i < 100_000; i++) o = Object.create(o)
o.x
// way: a long chain of iterators (error)
let all = [1].values()
for (let i = 0; i < 100_000; i++) all = all.map((x) => x)
all.next()
// way: a long chain of causes (error)
let error = new Error("first")
for (let i = 0; i < 10_000; i++) error = new Error("next", { cause: error })
throw error
// way: a deep clone (error)
let deep = []
for (let i = 0; i < 100_000; i++) deep = [deep]
structuredClone(deep)
// way: a deep regular expression (error)
new RegExp("(".repeat(10_000) + ")".repeat(10_000))
// way: a text joined from long parts (error)
new Array(10_000).fill("x".repeat(1e6)).join("")
// way: JSON of long texts (error)
JSON.stringify(new Array(10_000).fill("x".repeat(1e6)))
// way: an array of any length (error)
Array.from({ length: 1e9 })
// way: an array that doubles (error)
let all = [1]
for (;;) all = all.concat(all)
// way: buffers that pile up (error)
const all = []
for (;;) all.push(new Uint8Array(1e7))
// way: buffers that pile up in a callback (error)
const all = []
new Array(1e6).fill(0).forEach(() => all.push(new Uint8Array(1e7)))
// way: texts that pile up (error)
const all = []
const text = "x".repeat(1e6)
for (;;) all.push(text + all.length)
// way: errors about memory that are swallowed (error)
const all = []
for (;;) try { all.push(new Uint8Array(1e7)) } catch { all.push(1) }
// way: a text that doubles (error)
let text = "x"
for (;;) text += text
// way: a text that doubles in a function (error)
(function () { let text = "abc"; while (true) { text = text + text; text = text + text } })()
// way: a text that doubles in a template (error)
let text = "\u{1f600}"
for (;;) text = `${text}${text}`
// way: a text that doubles in a callback (error)
let text = "x";
[1].forEach(() => { for (;;) text += "a" + text })
// way: a text that doubles after await (error)
await (async () => { let text = "x"; await null; for (;;) text += text })()
// way: a text that a function doubles (error)
const twice = (text) => text + text
for (let text = "x"; ;) text = twice(text)
// way: a text that doubles in a property (error)
const all = { text: "x" }
for (;;) all.text += all.text
// way: texts that make each other longer (error)
let [one, two] = ["x", "y"]
for (;;) { one += two; two += one }
// way: texts like Fibonacci's numbers (error)
(function () { let one = "x", two = "y"; for (;;) [one, two] = [two, one + two] })()
// way: a text that doubles in a property in a callback (error)
const all = { text: "x" };
[1].forEach(() => { for (;;) all.text += all.text })
// way: a text that doubles in each job (error)
const all = { text: "x" }
const more = () => { all.text = (0, all.text) + (0, all.text); queueMicrotask(more) }
more()
// way: a text that doubles in each callback (error)
let text = "x"
const same = (text) => text
new Array(100).fill(0).forEach(() => { text = same(text) + same(text) })
// way: recursion through a getter in the parts of a field (error)
class Odd { ["part"] = this.part; get part() { return new Odd() } }
new Odd()
