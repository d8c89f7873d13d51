const order = []
let finish
const finished = new Promise((done) => (finish = done))
const say = (text) => order.push(text)
setTimeout(say, 2, "two")
setTimeout(say, 0, "zero")
setTimeout(() => {
  say("one")
  Promise.resolve().then(() => say("after one"))
  queueMicrotask(() => say("also after one"))
}, 1)
setTimeout(say, 1, "one again")
clearTimeout(setTimeout(say, 0, "never"))
let rounds = 0
const interval = setInterval(() => {
  rounds += 1
  say(`round ${rounds}`)
  if (rounds === 3) {
    clearInterval(interval)
    setTimeout(finish, 0)
  }
}, 5)
setTimeout(() => {
  throw new RangeError("in a timer")
}, 3)
queueMicrotask(() => {
  throw "in a microtask"
})
queueMicrotask(() => say("micro"))
say("sync")
clearTimeout(undefined)
clearTimeout(999)
for (const attempt of [() => setTimeout("code"), () => setTimeout(), () => queueMicrotask({})]) {
  try {
    attempt()
  } catch (error) {
    console.log(String(error))
  }
}
await finished
console.log(order.join(", "))
typeof interval
