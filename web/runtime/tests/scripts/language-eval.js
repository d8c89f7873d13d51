var global = "outer"
const direct = () => {
  const local = "inner"
  return [eval("local"), (0, eval)("typeof local"), (0, eval)("global")].join()
}
console.log(direct(), eval("1; if (true) { 2 }"), eval("({ a: 1 })").a, new Function("a", "b", "return a * b")(6, 7), eval(5))
