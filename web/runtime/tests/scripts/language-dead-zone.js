function read() {
  return value
}
try {
  read()
} catch (error) {
  console.log(error.name)
}
let value = "alive"
console.log(read())
