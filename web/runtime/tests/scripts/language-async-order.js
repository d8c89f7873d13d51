const log = []
const step = async (name) => {
  log.push(`${name} 1`)
  await null
  log.push(`${name} 2`)
}
step("a")
step("b")
log.push("sync")
Promise.resolve().then(() => Promise.resolve()).then(() => console.log(log.join(", ")))
