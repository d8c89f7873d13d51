const { call } = require("plugin:misbehaving")
const argument = { list: [1], inner: {} }
const back = call(argument)
back.list.push(2)
console.log(argument, back)
