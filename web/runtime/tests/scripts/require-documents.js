const table = require("./table.json")
const uses = require("./lib/uses.cjs")
console.log(table.rows, table === require("./lib/../table.json"))
console.log(uses.twice(), uses.twice(), uses.self === uses, require("./lib/count.cjs").here)
// cell
require("./lib/throws.cjs")
// cell
require("./lib/throws.cjs").before
// cell
require("./lib/broken.cjs")
// cell
require("./bad.json")
// cell
require("./nowhere.js")
// cell
require("../out.js")
// cell
import data from "./table.json"
data.rows
// cell
typeof exports + typeof module + typeof args
