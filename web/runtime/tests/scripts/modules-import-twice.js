import { greet } from "plugin:examples:greeter"
// cell
import { greet } from "plugin:examples:greeter"
greet("again")
// cell
const greet = "replaced"
greet
