function* naturals() {
  for (let n = 1; ; n++) yield n
}
const squares = naturals().filter((n) => n % 2).map((n) => n * n).drop(1).take(3)
console.log(squares.toArray().join(), naturals().some((n) => n > 5), naturals().take(4).reduce((a, b) => a + b))
