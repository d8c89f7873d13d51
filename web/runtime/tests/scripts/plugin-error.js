// native: asks a probe what reached it
const probe = require("plugin:probe")
function careful() {
  try {
    probe.fail("plugin-failed", "key \"a\" is missing")
  } catch (error) {
    return error
  }
}
const error = careful()
console.log(error instanceof PluginError, error instanceof Error, Object.prototype.toString.call(error))
console.log(error.name, error.message, error.code, error.module, error.method)
console.log(String(error), JSON.stringify(error.stderr), Object.keys(error))
console.log(error)
const own = new PluginError("mine", { cause: 1 })
console.log(own.message, own.cause, own.code, own instanceof PluginError, PluginError.name, PluginError.length)
class Special extends PluginError {}
console.log(new Special("sub") instanceof PluginError)
probe.fail("plugin-exited", "the plugin's process ended (signal 9)")
