const { call } = require("plugin:misbehaving")
console.log(call(true), call(false), call([true, [false]]), call(new Boolean(false)))
