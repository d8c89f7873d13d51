async function forgotten() {
  throw new Error("forgotten")
}
forgotten()
console.log("the script goes on")
