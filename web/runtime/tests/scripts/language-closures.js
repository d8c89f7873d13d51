const makeCounter = () => {
  let count = 0
  return { add: () => ++count, read: () => count }
}
const first = makeCounter()
const second = makeCounter()
first.add()
first.add()
second.add()
console.log(first.read(), second.read())
