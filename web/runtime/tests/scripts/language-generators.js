function* count(limit) {
  for (let i = 0; i < limit; i++) {
    const reply = yield i
    if (reply) console.log("got", reply)
  }
  return "done"
}
const counter = count(2)
console.log(JSON.stringify([counter.next(), counter.next("hello"), counter.next(), counter.next()]))
