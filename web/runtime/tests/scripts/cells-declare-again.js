const x = 1, { a, b: [c] } = { a: 2, b: [3] }
let y = x + 1
class A { kind() { return "first" } }
function f() { return x }
var v = 1
f()
// cell
const x = "second"
class A { kind() { return "second" } }
;[x, f(), new A().kind(), A.name, { x }, y]
// cell
x = 5
// cell
let x = x_before(); function x_before() { return "third" }
const { a = 1, ...rest } = { b: 2 }
var y = "var over let"
let v = "let over var"
function f() { return { x } }
f.name + x + a + rest.b + y + v
// cell
x = "assigned"; ({ x } = { x: x + "!" }); x
// cell
const f = (x) => x * 2
;[f(4), f.name, typeof x, (() => { const x = "inner"; return { x } })()]
