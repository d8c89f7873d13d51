function plain(a, b) { return plain(b, a) }
function strict() {
  "use strict"; // a comment
  return plain()
}
const arrow = async (n) => n < 1 ? n : arrow(n - 1)
class Shape { get size() { return this.size } static make() { return new Shape() } }
console.log(String(plain))
console.log(`${strict}`)
console.log("" + arrow)
console.log(Shape.toString())
console.log(Math.max.toString())
console.log(Function.prototype.toString.call(class { }), Function.prototype.toString.name, Function.prototype.toString.length)
try { Function.prototype.toString.call({}) } catch (error) { console.log(error.name) }
// cell
let shown = 1
// cell
let shown = () => shown
String(shown)
// cell
// What stands in a text stays.
const quoted = () => plain("check\u200c();")
String(quoted)
// cell
let family = () => "one"
// cell
let family = (name) => family("👨‍👩‍👧" + name) // 👨‍👩‍👧
;[String(family).length, String(family) === '(name) => family("👨‍👩‍👧" + name)', /👨‍👩/.test(String(() => plain(/👨‍👩/)))]
// cell
console.log(new Error("👨‍👩‍👧").stack.split("\n")[0].length)
throw new Error("👨‍👩‍👧")
// cell
function strictly() { "use strict"; plain.call; return (function () { return this })() }
strictly()
// cell
const shorter = x => ({ x, twice: plain.length * x })
const longer = x => /* here */ plain.bind(x)
const deepest = (x) =>
  // there
  plain.length ? x ? [x].concat(x) : 0 : [x].map(String)
const later = async x => await plain.bind(x)
shorter(2).twice + longer(1).length + deepest(1).length
// cell
with ({ plain: 1 }) { (function () { return [plain].concat(2) })() }
