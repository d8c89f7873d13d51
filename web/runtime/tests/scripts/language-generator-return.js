function* careful() {
  try {
    yield 1
    yield 2
  } finally {
    console.log("cleaned up")
  }
}
for (const value of careful()) {
  console.log(value)
  break
}
const generator = careful()
generator.next()
console.log(JSON.stringify(generator.return("early")), JSON.stringify(generator.next()))
