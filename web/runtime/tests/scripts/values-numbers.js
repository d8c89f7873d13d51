const { call } = require("plugin:misbehaving")
for (const number of [0, -0, 1, -1.5, 1e300, 5e-324, NaN, Infinity, -Infinity, 2 ** 53 + 1]) console.log(Object.is(call(number), number), call(number))
