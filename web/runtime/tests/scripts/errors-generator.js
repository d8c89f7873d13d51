function* numbers() {
  yield 1
  throw new Error("no more")
}
for (const number of numbers()) console.log(number)
