import greeter, { greet, strings as s } from "plugin:examples:greeter"
import Shape, * as shapes from "./shapes.js"
import {
  area,
  late,
} from "./lib/main.js"
console.log(greet("a"), s.upper("b"), greeter === require("plugin:examples:greeter"))
;[Shape.name, shapes.side, area(3), late]
// cell
import { nothing } from "./shapes.js"
// cell
import { side } from "./nowhere.js"
// cell
import "./throws.js"
// cell
const { add } = await import("./counts.js"), again = await import("./counts.js")
add()
import * as counts from "./counts.js"
;[again === counts, counts.count]
// cell
import { area } from "./shapes.js"; import hi from "./greets.js"
area(2) + hi
// cell
import { a } from "./broken.js"
// cell
import("../out.js").catch((error) => error.message)
// cell
await _
