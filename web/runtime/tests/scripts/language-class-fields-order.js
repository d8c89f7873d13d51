const log = []
const note = (name) => (log.push(name), name)
class A {
  static [note("first")] = note("static value");
  [note("second")] = note("value")
  static {
    note("block")
  }
}
new A()
console.log(log.join(", "))
