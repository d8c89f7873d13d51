const { strings } = require("plugin:examples:greeter")
let text = "a"
for (let i = 0; i < 10; i++) text = i % 2 ? strings.lower(text + "B") : strings.upper(text + "b")
text
