// Depth: what JSON.stringify writes, JSON.parse reads.
let o = {}
for (let i = 0; i < 200; i++) o = { o, list: [[i]] }
console.log(JSON.stringify(JSON.parse(JSON.stringify(o))) === JSON.stringify(o))
for (const text of ['0', '-0', '1e400', '-1E-400', '123456789012345678', '0.1e+2', '2147483648', '-2147483648', ' \t\n\r[ 1 , 2 ] ', '""', '"\\ud800"', '"\\u00e9\\n\\"\\\\\\/\\b\\f\\r\\t"', '"\ud83d\ude00é"', 'true', 'null', '{}', '[]', '{"a":1,"b":2,"a":3}', '{"__proto__":[1],"1":1,"0":0}', '[[],{},[{}]]', '"\u2028\u007f"']) {
  const value = JSON.parse(text)
  console.log(JSON.stringify(text), JSON.stringify(value), Object.is(value, -0), value === Infinity)
}
console.log(Object.getPrototypeOf(JSON.parse(`{"__proto__":[1]}`)) === Object.prototype, JSON.stringify(Object.getOwnPropertyDescriptor(JSON.parse(`{"a":1}`), "a")))
const log = []
const revived = JSON.parse('{"a":[1,"x",{"b":1e2}],"c":null,"d":{"e":-0,"f":true},"a2":[]}', function (key, value, context) {
  log.push([key, JSON.stringify(value), context.source, Array.isArray(this)].join(" "))
  return key === "c" ? undefined : key === "1" ? { own: 1 } : value
})
console.log(log.join("\n"))
console.log("c" in revived, revived.a[1].own)
console.log(JSON.stringify(JSON.parse('{"a":1,"a":2.50}', (key, value, { source }) => source ?? value)))
console.log(JSON.stringify(JSON.parse('[1,2,3]', function (key, value, { source }) { if (key === "0") { this[1] = 7; this[2] = [8] }; return Array.isArray(value) ? value : `${value} ${source}` })))
console.log(JSON.stringify(JSON.parse('[[1,2],[3]]', function (key, value) { if (key === "0" && Array.isArray(this[1])) this.length = 1; return value })))
console.log(JSON.stringify(JSON.parse('[1,2]', function (key, value) { if (key === "0") Object.defineProperty(this, "1", { configurable: false }); return key === "1" ? undefined : value })))
console.log(JSON.parse(`{"a":{"b":1}}`, function (key, value) { if (key === "b") Object.freeze(this); return key === "b" ? 5 : value }).a.b)
try { JSON.parse('[1]', () => { throw new TypeError("mine") }) } catch (error) { console.log(String(error)) }
console.log(JSON.stringify(JSON.parse({ toString: () => "[1]" })), JSON.parse("1", "no function"), JSON.parse.name, JSON.parse.length, String(JSON.parse), "prototype" in JSON.parse)
console.log(JSON.parse(`{"x":1}`, (key, value) => key === "" ? value.x + 1 : value), JSON.parse("1", () => {}))
// cell
// Errors are worded by the engine as far as it reads.
for (const text of ["", "[1,]", '{"a" 1}', "{a:1}", "tru", "01", "1.", "-", "1e", '"a\nb"', '"\\x"', '"\\u12g4"', "[1] 2", '["\ud800", x]', '{"a":1,}', '[1}', "undefined", "'a'", "\u00a01", "[".repeat(200) + "\n x", "[".repeat(150)]) {
  try { console.log(JSON.parse(text)) } catch (error) { console.log(error.name, error.message) }
}
const nested = (depth) => "[".repeat(depth) + "]".repeat(depth)
console.log(JSON.stringify(JSON.parse(nested(500))) === nested(500))
let calls = 0
JSON.parse(nested(400), () => { calls += 1 })
calls
