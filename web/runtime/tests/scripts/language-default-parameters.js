function f(a, b = a * 2, c = () => a + b) {
  a = 10
  return [a, b, c()].join()
}
console.log(f(1), f(1, 1), f(1, undefined), f.length)
