const { call } = require("plugin:misbehaving")
const back = call(JSON.parse('{ "__proto__": { "polluted": true }, "constructor": 1 }'))
console.log(Object.keys(back), back.polluted, {}.polluted, Object.getPrototypeOf(back) === Object.prototype)
