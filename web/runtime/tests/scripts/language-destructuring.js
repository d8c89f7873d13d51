const { a, b: { c = 3, ...rest } = {} } = { a: 1, b: { d: 4, e: 5 }, f: 6 }
const { a: renamed, ...others } = { a: 1, f: 6 }
const [first, , third = "default", ...tail] = [1, 2, undefined, 4, 5]
console.log(a, renamed, c, JSON.stringify(rest), JSON.stringify(others))
console.log(first, third, JSON.stringify(tail))
