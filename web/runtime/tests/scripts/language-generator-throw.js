function* stubborn() {
  while (true) {
    try {
      yield "waiting"
    } catch (error) {
      yield `caught ${error}`
    }
  }
}
const generator = stubborn()
generator.next()
console.log(generator.throw("one").value, generator.next().value, generator.throw("two").value)
