const { always } = require("plugin:examples:failing")
const results = await Promise.allSettled([always.async("one"), always.async("two")])
console.log(results.map(({ status, reason }) => `${status} ${reason.message}`))
// cell
await always.async("not caught")
// cell
_error.method
