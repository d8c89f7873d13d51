const { call } = require("plugin:misbehaving")
console.log(call(null), call(undefined), call([undefined, , null]), call({ a: undefined, b: null }))
