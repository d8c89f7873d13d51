const { always } = require("plugin:examples:failing")
try {
  always()
} catch (cause) {
  throw new Error("the plugin did not help", { cause })
}
