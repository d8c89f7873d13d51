const { call } = require("plugin:misbehaving")
const list = [1, "two", [3, [4]], { five: 5 }, []]
const back = call(list)
console.log(back, back === list, Array.isArray(back), back.push("mine"))
