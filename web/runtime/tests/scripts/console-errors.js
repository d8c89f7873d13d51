console.log(new Error("plain"))
function fails() { throw new TypeError("thrown") }
try {
  fails()
} catch (error) {
  console.error("it failed:", error)
}
console.log([new RangeError("inside")])
