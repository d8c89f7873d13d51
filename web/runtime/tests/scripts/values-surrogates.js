const { call } = require("plugin:misbehaving")
for (const text of ["\ud83d\ude00", "\ud83d", "a\udc00b"]) {
  try {
    console.log(call({ text }).text === text)
  } catch (error) {
    console.log(error.message)
  }
}
