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
