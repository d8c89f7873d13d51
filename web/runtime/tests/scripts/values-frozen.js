const { call } = require("plugin:misbehaving")
const back = call(Object.freeze([Object.freeze({ a: 1 })]))
back[0].a = 2
back.push(3)
back
