console.log(self === globalThis, self.self === self, Object.keys(globalThis).includes("self"))
const { value, ...rest } = Object.getOwnPropertyDescriptor(globalThis, "self")
rest
// cell
const self = "a name like any other"
self
// cell
globalThis.self === globalThis
