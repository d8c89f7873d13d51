const { call } = require("plugin:misbehaving")
for (const text of ["", "a", "ü", "😀", "\0", "\u2028", "x".repeat(70_000)]) console.log(call(text) === text)
