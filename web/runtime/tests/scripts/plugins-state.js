const { store } = require("plugin:examples:kv")
store.clear()
console.log(store.set("name", "Ada"), store.get("name"), store.get("age"))
// cell
store.set("b", "2")
store.keys()
// cell
[store.delete("name"), store.delete("name"), store.size()]
// cell
store.clear()
