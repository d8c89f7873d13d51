const one = Symbol("same")
console.log(one === Symbol("same"), Symbol.for("k") === Symbol.for("k"), Symbol.keyFor(Symbol.for("k")), one.description, String(one))
const object = { [one]: 1, visible: 2 }
console.log(Object.keys(object).join(), JSON.stringify(object), Object.getOwnPropertySymbols(object).length)
try {
  one + ""
} catch (error) {
  console.log(error.name)
}
