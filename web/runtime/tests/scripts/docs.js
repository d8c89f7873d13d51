// native: lists the modules of the fakes
const docs = require("docs")
console.log(docs === require("docs"), Object.keys(docs), docs.modules())
console.log(docs.sources())
console.log(docs.search("upper"))
console.log(docs.search({ kinds: ["plugin-module"], limit: 1 }).map((entry) => entry.title))
console.log(docs.search({ text: "STRINGS method", sourceIds: ["runtime"] }), docs.search("nothing like it").length)
const module = docs.byID("plugin-manifests", "plugin-module", "plugin:examples:greeter")
console.log(module.related.map((related) => docs.get(related).title), module.metadata)
console.log(docs.bySymbol("runtime", "display.bar").signature, docs.byID("runtime", "symbol", "nothing"))
console.log(Object.keys(docs.bySlug("runtime", "limits").metadata).length > 5, docs.bySlug("runtime", "limits").body.includes("nested calls"))
try {
  docs.get("x")
} catch (error) {
  console.log(String(error))
}
