class A{m(){return 1}}
console.log(String(A), /^class\b/.test(Function.prototype.toString.call(A)))
const B = class extends A { static s() {} get g() { return "}" } x = { y: 1 }; #p = 1; constructor(a) { super() } }
console.log(String(B))
console.log(String(class {}))
console.log(A.toString.name, A.toString.length, A.toString === Function.prototype.toString)
// Several of one name: told apart by their methods.
const make = [() => class C { one() {} }, () => class C { two() {} }, () => class C { x = 1 }, () => class C { x = 2 }]
console.log(make.map((make) => String(make())).join(" | "))
function f() { class Inner { deep() { return class Innermost {} } } return Inner }
console.log(String(f()), String(new (f())().deep()))
// cell
class A { again() { return A } static made = new Map() }
console.log(String(A), String(A.prototype.again), String(A).length)
const kept = B
console.log(String(kept).length, String(eval("(class E { e() {} })")), String(new Function("return class F {}")()))
// cell
A.prototype.added = function () { return "added" }
console.log(String(A))
delete A.prototype.again
console.log(String(A))
// cell
const { default: Shape } = await import("./shapes.js")
console.log(String(Shape), Object.prototype.toString.call(Shape), String(Map))
