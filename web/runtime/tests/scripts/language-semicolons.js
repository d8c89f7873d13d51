let a = 1
let b = a
++b
const f = () => {
  return
  "never"
}
console.log(a, b, f())
