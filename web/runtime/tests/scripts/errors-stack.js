function where() {
  return new Error("here").stack.includes("where")
}
console.log(where(), typeof new Error().stack, Object.keys(new Error("x")).length)
