// Each way says in brackets how it ends in the terminal and, after `page:`, in the page where that differs:
// `stop`: only when it is stopped; `value`: by itself; `ends: memory` and `ends: stack`: with its engine;
// anything else: with this error.
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
// way: endless calls of plugins that overlap (stop)
for (;;) require("plugin:examples:greeter").greet.async("again")
// way: a list that grows in a callback (ends: memory)
const list = [], text = "x".repeat(1e6), add = () => list.push(text + list.length);
[1].map(() => { for (;;) add() })
// way: a list that grows (stop)
const list = []
for (;;) list.push(list.length)
// way: an await that nothing ends (Error: this await would never end: nothing is left to run that could settle its promise)
await new Promise(() => {})
// way: a long string (RangeError: a string of 1073741824 code units is too long; at most 33554432 are made at once)
"x".repeat(2 ** 30)
// way: a longer string (RangeError: a string of 2147483648 code units is too long; at most 33554432 are made at once)
"x".padEnd(2 ** 31)
// way: a large array filled (RangeError: an array of 1000000000 elements is too long to visit; at most 10000000 are visited at once)
new Array(1e9).fill(0)
// way: a large array joined (RangeError: an array of 4294967295 elements is too long to visit; at most 10000000 are visited at once)
new Array(2 ** 32 - 1).join()
// way: a large buffer (RangeError: cannot allocate a buffer that exceeds the maximum buffer size)
new Uint8Array(2 ** 32)
// way: deep brackets (SyntaxError: the source is nested too deeply here; move inner parts into functions or variables of their own)
eval("[".repeat(100_000) + "]".repeat(100_000))
// way: a long chain of operators (SyntaxError: this expression is too long; split it with variables)
eval("1" + "+1".repeat(100_000))
// way: deep data as JSON (value; page: ends: stack)
let deep = []
for (let i = 0; i < 5_000; i++) deep = [deep]
JSON.stringify(deep)
// way: deep data as text (value; page: ends: stack)
let deep = []
for (let i = 0; i < 100_000; i++) deep = [deep]
String(deep)
// way: deep JSON read (RangeError: this text nests more than 500 levels deep, which JSON.parse does not read)
JSON.parse("[".repeat(100_000))
// way: recursion (RangeError: Maximum call stack size exceeded)
function f() { return f() + 1 }
f()
// way: recursion through sort (RangeError: Maximum call stack size exceeded; page: ends: stack)
function f() { [2, 1].sort(f) }
f()
// way: recursion through map (RangeError: Maximum call stack size exceeded; page: ends: stack)
function f() { return [1].map(f) }
f()
// way: recursion through a proxy (RangeError: Maximum call stack size exceeded; page: ends: stack)
const p = new Proxy({}, { get(target, key) { return p[key] } })
p.x
// way: recursion through a getter (RangeError: Maximum call stack size exceeded; page: ends: stack)
const o = { get x() { return this.x } }
o.x
// way: recursion through toJSON (RangeError: Maximum call stack size exceeded; page: ends: stack)
const o = { toJSON() { return JSON.stringify(o) } }
JSON.stringify(o)
// way: recursion through replace (RangeError: Maximum call stack size exceeded; page: ends: stack)
function f() { return "a".replace(/a/, f) }
f()
// way: recursion through a class (RangeError: Maximum call stack size exceeded)
class A { constructor() { return new A() } }
new A()
// way: recursion through spread (RangeError: Maximum call stack size exceeded)
function f(...all) { return f(...all) }
f()
// way: recursion through a generator (RangeError: Maximum call stack size exceeded)
function* g() { yield* g() }
[...g()]
// way: recursion through eval (RangeError: Maximum call stack size exceeded; page: SyntaxError: the source is nested too deeply here)
globalThis.f = () => eval("f()")
f()
// way: recursion through a template tag (RangeError: Maximum call stack size exceeded)
function f(strings) { return f`a` }
f`a`
// way: recursion through async functions (RangeError: Maximum call stack size exceeded)
async function f() { await f() }
await f()
// way: recursion through a setter (RangeError: Maximum call stack size exceeded; page: ends: stack)
const o = { set x(value) { this.x = value } }
o.x = 1
// way: recursion through toPrimitive (ReferenceError: Cannot access 'o' before initialization)
const o = { [Symbol.toPrimitive]() { return `${o}` } }
`${o}`
// way: recursion through an iterator (RangeError: Maximum call stack size exceeded; page: ends: stack)
const o = { [Symbol.iterator]() { return [...o] } };
[...o]
// way: recursion through Reflect (RangeError: Maximum call stack size exceeded; page: ends: stack)
function f() { return Reflect.apply(f, null, []) }
f()
// way: recursion through a field (RangeError: Maximum call stack size exceeded; page: ends: stack)
class A { inner = new A() }
new A()
// way: recursion through a reviver (RangeError: Maximum call stack size exceeded; page: ends: stack)
function f() { return JSON.parse("[1]", f) }
f()
// way: recursion through instanceof (RangeError: Maximum call stack size exceeded; page: ends: stack)
class A { static [Symbol.hasInstance](value) { return value instanceof A } }
({}) instanceof A
// way: recursion through a promise (RangeError: Maximum call stack size exceeded; page: ends: stack)
function f() { return new Promise(f) }
await f()
// way: recursion through an event (RangeError: Maximum call stack size exceeded; page: ends: stack)
const target = new EventTarget()
target.addEventListener("again", () => target.dispatchEvent(new Event("again")))
target.dispatchEvent(new Event("again"))
throw new Error("the listener's error was told, and the script goes on")
// way: recursion through generators in loops (RangeError: Maximum call stack size exceeded)
function* g() { for (const x of g()) yield x }
for (const x of g());
// way: recursion through async generators (RangeError: Maximum call stack size exceeded: 128 generators ask each other)
async function* g() { yield* g() }
await g().next()
// way: data that comes about while it is written (ends: stack)
const endless = () => ({ get inner() { return endless() } })
JSON.stringify(endless())
// way: answers of toJSON without end (ends: stack)
const endless = () => ({ toJSON() { return [endless()] } })
JSON.stringify(endless())
// way: a long chain of proxies (value; page: ends: stack)
let p = {}
for (let i = 0; i < 100_000; i++) p = new Proxy(p, {})
p.x
// way: a long chain of bound functions (RangeError: out of memory)
let f = () => 1
for (let i = 0; i < 100_000; i++) f = f.bind(null)
f()
// way: a long chain of prototypes (value; page: ends: stack)
let o = {}
for (let i = 0; i < 100_000; i++) o = Object.create(o)
o.x
// way: a long chain of iterators (value; page: ends: stack)
let all = [1].values()
for (let i = 0; i < 100_000; i++) all = all.map((x) => x)
all.next()
// way: a long chain of causes (Error: next)
let error = new Error("first")
for (let i = 0; i < 10_000; i++) error = new Error("next", { cause: error })
throw error
// way: a deep clone (DataCloneError: the value is more than 500 levels deep)
let deep = []
for (let i = 0; i < 100_000; i++) deep = [deep]
structuredClone(deep)
// way: a deep regular expression (SyntaxError: failed to create matcher: Regular expression is too deeply nested)
new RegExp("(".repeat(10_000) + ")".repeat(10_000))
// way: a text joined from long parts (RangeError: a string of)
new Array(10_000).fill("x".repeat(1e6)).join("")
// way: JSON of long texts (ends: memory)
JSON.stringify(new Array(2_500).fill("x".repeat(1e6)))
// way: an array of any length (RangeError: an array of 1000000000 elements is too long to visit; at most 10000000 are visited at once)
Array.from({ length: 1e9 })
// way: an array that doubles (RangeError: an array of 16777216 elements is too long to visit; at most 10000000 are visited at once)
let all = [1]
for (;;) all = all.concat(all)
// way: buffers that pile up (RangeError: cannot allocate a buffer that exceeds the maximum buffer size)
const all = []
for (;;) all.push(new Uint8Array(1e7))
// way: buffers that pile up in a callback (RangeError: cannot allocate a buffer that exceeds the maximum buffer size)
const all = []
new Array(1e6).fill(0).forEach(() => all.push(new Uint8Array(1e7)))
// way: texts that pile up (RangeError: out of memory)
const all = []
const text = "x".repeat(1e6)
for (;;) all.push(text + all.length)
// way: errors about memory that are swallowed (RangeError: out of memory)
const all = []
for (;;) try { all.push(new Uint8Array(1e7)) } catch { all.push(1) }
// way: a text that doubles (ends: memory)
let text = "x"
for (;;) text += text
// way: a text that doubles in a function (ends: memory)
(function () { let text = "abc"; while (true) { text = text + text; text = text + text } })()
// way: a text that doubles in a template (ends: memory)
let text = "\u{1f600}"
for (;;) text = `${text}${text}`
// way: a text that doubles in a callback (ends: memory)
let text = "x";
[1].forEach(() => { for (;;) text += "a" + text })
// way: a text that doubles after await (ends: memory)
await (async () => { let text = "x"; await null; for (;;) text += text })()
// way: a text that a function doubles (ends: memory)
const twice = (text) => text + text
for (let text = "x"; ;) text = twice(text)
// way: a text that doubles in a property (ends: memory)
const all = { text: "x" }
for (;;) all.text += all.text
// way: texts that make each other longer (ends: memory)
let [one, two] = ["x", "y"]
for (;;) { one += two; two += one }
// way: texts like Fibonacci's numbers (ends: memory)
(function () { let one = "x", two = "y"; for (;;) [one, two] = [two, one + two] })()
// way: a text that doubles in a property in a callback (ends: memory)
const all = { text: "x" };
[1].forEach(() => { for (;;) all.text += all.text })
// way: a text that doubles in each job (RangeError: out of memory)
const all = { text: "x" }
const more = () => { all.text = (0, all.text) + (0, all.text); queueMicrotask(more) }
more()
// way: a text that doubles in each callback (ends: memory)
let text = "x"
const same = (text) => text
new Array(100).fill(0).forEach(() => { text = same(text) + same(text) })
// way: recursion through a getter in the parts of a field (RangeError: Maximum call stack size exceeded; page: ends: stack)
class Odd { ["part"] = this.part; get part() { return new Odd() } }
new Odd()
