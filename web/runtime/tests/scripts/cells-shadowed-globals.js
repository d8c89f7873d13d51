const JSON = "mine"
JSON
// cell
typeof globalThis.JSON.parse
// cell
let console_ = console
const parseInt = (text) => `parsed ${text}`
parseInt("5")
