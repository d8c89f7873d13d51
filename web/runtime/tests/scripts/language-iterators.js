const range = {
  *[Symbol.iterator]() {
    for (let i = 1; i <= 3; i++) yield i
  },
}
const [first, ...rest] = range
console.log(first, rest.join(), Math.max(...range), Array.from(range, (n) => n * n).join())
