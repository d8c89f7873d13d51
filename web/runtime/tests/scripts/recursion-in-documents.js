const required = require("./lib/endless.cjs")
import whole, { endless, throws } from "./lib/endless.js"
for (const f of [required.endless, endless, () => whole(1)]) {
  try { f() } catch (error) { console.log(error.name, error.message) }
}
console.log(String(required.endless), String(endless))
// cell
required.throws(1)
// cell
throws(1)
