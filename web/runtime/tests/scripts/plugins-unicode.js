const { greet } = require("plugin:examples:greeter")
for (const name of ["ü", "世界", "😀", "a\0b", "\u202e", "line\nbreak", "\"quoted\""]) console.log(JSON.stringify(greet(name)))
