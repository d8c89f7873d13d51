const { call } = require("plugin:misbehaving")
let deep = "bottom"
for (let i = 0; i < 300; i++) deep = i % 2 ? [deep] : { deep }
let back = call(deep)
let levels = 0
while (typeof back === "object") back = Array.isArray(back) ? back[0] : back.deep, levels++
console.log(levels, back)
