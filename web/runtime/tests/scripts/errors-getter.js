const object = {
  get broken() {
    throw new Error("in a getter")
  },
}
console.log(object)
object.broken
