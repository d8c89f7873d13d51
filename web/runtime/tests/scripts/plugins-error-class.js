console.log(typeof PluginError, PluginError.name, Object.getPrototypeOf(PluginError) === Error)
const own = new PluginError("made here")
console.log(String(own), own instanceof Error, own.code, own.message)
