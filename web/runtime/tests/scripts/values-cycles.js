const { call } = require("plugin:misbehaving")
const loop = { name: "loop" }
loop.items = [loop]
try {
  call(loop)
} catch (error) {
  console.log(error.name, error.message)
}
delete loop.items
console.log(call(loop))
