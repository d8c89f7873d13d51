const { call } = require("plugin:misbehaving")
const shared = { n: 1 }
const back = call([shared, shared])
console.log(back, back[0] === back[1])
