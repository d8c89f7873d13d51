const attempt = (name, act, isTold = true) => {
  try {
    console.log(name, act())
  } catch (error) {
    console.log(name, error.name, isTold ? error.message : "")
  }
}
// In a browser the getters' own stack ends first.
const endless = () => ({ get inner() { return endless() } })
attempt("getters", () => JSON.stringify(endless()), false)
const answer = () => ({ toJSON() { return [answer()] } })
attempt("toJSON", () => JSON.stringify(answer()), false)
attempt("replacer", () => JSON.stringify(1, () => [1]))
const mirror = () => new Proxy([1], { get: (target, key) => (key === "0" ? mirror() : target[key]) })
attempt("proxies", () => JSON.stringify(mirror()), false)
// What is not deep is written as ever.
class Point {
  constructor(x) { this.x = x }
  toJSON() { return { at: this.x, when: new Date(0) } }
}
attempt("class", () => JSON.stringify({ a: new Point(1), b: [new Point(2), new Point(3)], get c() { return 4 } }))
attempt("with a replacer", () => JSON.stringify({ a: new Point(1), b: [2, 3] }, (key, value) => (key === "b" ? [...value, 4] : value), 1))
attempt("with names", () => JSON.stringify({ b: new Point(1), a: 2, c: 3, at: 4 }, ["a", "b", "at"]))
attempt("replacer's this", () => JSON.stringify({ a: { b: 1 } }, function (key, value) { return key === "b" ? Object.keys(this).length : value }))
attempt("left out", () => [JSON.stringify(undefined), JSON.stringify(() => 1), JSON.stringify({ get a() {} })])
