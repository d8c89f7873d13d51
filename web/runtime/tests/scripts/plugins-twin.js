const { greet, strings } = require("plugin:examples:greeter")
const promise = greet.async("Ada")
console.log(promise instanceof Promise)
await promise
// cell
await Promise.all(["a", "b", "c"].map((name) => greet.async(name)))
// cell
void strings.upper.async("then").then(console.log)
// cell
(await Promise.race([strings.lower.async("WINS"), new Promise(() => {})])) + "!"
