const { call } = require("plugin:misbehaving")
const back = call({ z: 1, a: { nested: true }, 10: "ten", 2: "two", "": "empty", "a b": 3 })
console.log(back, Object.keys(back), Object.getPrototypeOf(back) === Object.prototype)
