// native: lists the modules of the fakes
function attempt(...args) {
  try {
    require(...args)
  } catch (error) {
    console.log(error.name, "-", error.message)
  }
}
attempt("plugin:nowhere")
attempt("plugin:greeter")
attempt("plugin:prob")
attempt("fs")
attempt("")
attempt()
attempt(5)
attempt({ name: "plugin:probe" })
attempt(Symbol("plugin:probe"))
require("plugin:nowhere")
// cell
import { x } from "plugin:nowhere"
