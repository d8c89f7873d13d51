const failing = require("plugin:examples:failing")
try {
  failing.always("no reason")
} catch (error) {
  console.log(error instanceof PluginError, error.name, error.message, error.code, error.module, error.method)
}
console.log(failing.sometimes("ok"))
failing.sometimes("fail")
