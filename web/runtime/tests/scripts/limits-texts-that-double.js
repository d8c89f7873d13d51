const attempt = (f) => {
  try {
    return f()
  } catch (error) {
    return `${error.name}: ${error.message.replace(/\d+/g, "N")}`
  }
}
console.log(attempt(() => { let s = "x"; for (;;) s += s }))
console.log(attempt(() => { let s = "x"; for (;;) s = s + s }))
console.log(attempt(() => { let s = "\u4e00"; for (;;) s = `${s}, ${s}` }))
console.log(attempt(() => { let s = "x"; for (;;) s = "(" + s + (s + ")") + s }))
console.log(attempt(() => [1].map(() => { let s = "x"; for (;;) s += s })))
const twice = (s) => s + s
console.log(attempt(() => { let s = "x"; for (;;) s = twice(s) }))
const choose = (s, c) => c ? s + s : `${s}${s}`
console.log(attempt(() => { let s = "x"; for (;;) s = choose(s, s.length % 3) }))
// cell
const later = async () => { let s = "x"; await null; for (;;) s += s }
await later().catch((error) => error.name)
// cell
// What is no text, and a text that stays small, is joined as ever.
let n = 3, word = "ab", list = [n + n, n + n + n, -n + n * n, word + word, `${word}-${word}`, 1 + (n + n)]
n += n + n
word += `<${word}>`
list.push(n, word, n + n === 18 ? n + n : 0, [n + n, n - n + n].length, { sum: n + n }.sum, ((a, b = a + a) => b)(n), n || n + n)
list
// cell
// A name that was declared again is that name.
let word = "again"
word + word
// cell
let word = "once more"
word += word
// cell
console.log(String(twice), String((s) => ({ text: `${s}, ${s}` })))
// cell
// Nothing is read before its turn, and no property is read twice.
let reads = []
const getter = { get s() { reads.push("s"); return "a" } }
const sums = [(y1 = "a") + y1 + y1, getter.s + getter.s, `${reads.push("t")}${y1}${y1}`]
getter.s += getter.s + (y1 += y1)
sums.push(reads, y1)
try { (reads.push("left"), "") + missing + missing } catch (error) { sums.push(error.message) }
sums
