function first() {
  second()
}
const second = () => third.call(null)
function third() {
  throw new Error("deep inside")
}
first()
