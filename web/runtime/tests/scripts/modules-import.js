import greeter from "plugin:examples:greeter"
import { greet, strings as text } from "plugin:examples:greeter"
import * as all from "plugin:examples:greeter"
console.log(greet("a"), text.upper("b"), greeter.greet === greet, all.greet === greet, Object.keys(all))
// cell
greet("still here")
