const base = { greet() { return `hi ${this.name}` } }
const derived = Object.create(base, { name: { value: "Ada", enumerable: true } })
console.log(derived.greet(), Object.getPrototypeOf(derived) === base, "greet" in derived, Object.hasOwn(derived, "greet"))
const literal = { __proto__: base, name: "Bob" }
console.log(literal.greet(), Object.keys(literal).join(), base.isPrototypeOf(literal))
