const log = []
const track = (name, value) => (log.push(name), value)
const { [track("key", "x")]: value = track("default", 1) } = track("object", {})
console.log(value, log.join())
