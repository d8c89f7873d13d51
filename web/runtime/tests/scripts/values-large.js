const { call } = require("plugin:misbehaving")
const list = Array.from({ length: 5000 }, (_, index) => ({ index, text: `item ${index}` }))
console.log(JSON.stringify(call(list)) === JSON.stringify(list))
