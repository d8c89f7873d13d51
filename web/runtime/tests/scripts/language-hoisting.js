console.log(typeof early, typeof late, early())
function early() {
  return "hoisted"
}
var late = 1
console.log(typeof late)
