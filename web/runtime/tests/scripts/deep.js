// native: asks a probe what reached it
const { echo, make, show } = require("plugin:probe")
function nest(depth) {
  let value = null
  for (let i = 0; i < depth; i++) value = [value]
  return value
}
function depthOf(value) {
  let depth = 0
  while (Array.isArray(value)) {
    value = value[0]
    depth++
  }
  return depth
}
function attempt(run) {
  try {
    console.log(run())
  } catch (error) {
    console.log(`${error.name}: ${error.message}`)
  }
}
attempt(() => depthOf(echo(nest(4999))))
attempt(() => echo(nest(5000)))
attempt(() => echo(nest(100000)))
attempt(() => depthOf(make("deep")))
attempt(() => {
  let value = new Date(0)
  for (let i = 0; i < 1000; i++) value = { next: value }
  return show(value)
})
attempt(() => {
  let value = 1
  for (let i = 0; i < 40; i++) value = [value, value]
  return show(value)
})
nest(100000)
