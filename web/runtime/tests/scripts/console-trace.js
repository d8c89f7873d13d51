function outer() {
  inner(1)
}
function inner(value) {
  console.trace("at", value)
}
outer()
console.trace()
