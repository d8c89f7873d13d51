const start = "started"
await new Promise((done) => setTimeout(done, 5))
console.log(start, "and waited")
// cell
const late = await new Promise((done) => setTimeout(done, 1, "late"))
late
