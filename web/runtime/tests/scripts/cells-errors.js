function inner(value) {
  return value.missing.property
}
function outer(value) { return inner(value) }
// cell
const value = await outer({})
// cell
const value = await Promise.all([1]); outer(value)
// cell
let s = "ü😀"; const t = (await s) + nowhere
// cell
const value = 2
const value = 3
// cell
let a = 1
let b = ;
// cell
await f(; 1
// cell
return 5
// cell
typeof a
// cell
let c = ;
// cell
`${_error}`
// cell
throw new Error("outer", { cause: new TypeError("inner", { cause: "root" }) })
// cell
throw new AggregateError([new RangeError("one"), 2], "several")
// cell
await Promise.any([Promise.reject(new Error("x"))])
// cell
eval("let q = 1;\n  nope()")
// cell
new Function("a", "return a.b.c")(1)
