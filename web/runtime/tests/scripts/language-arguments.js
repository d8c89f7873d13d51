function sloppy(a) {
  arguments[0] = "changed"
  return `${a} ${arguments.length}`
}
function strict(a) {
  "use strict"
  arguments[0] = "changed"
  return `${a} ${arguments.length}`
}
console.log(sloppy("kept", 2), strict("kept", 2))
