function named(a, b) {}
const assigned = () => {}
const object = { method() {}, get value() { return 1 }, "with space": function () {}, [Symbol("s")]: () => {} }
console.log(named.name, named.length, assigned.name, object.method.name, object["with space"].name, (() => {}).name === "")
console.log(Object.getOwnPropertyDescriptor(object, "value").get.name, object[Object.getOwnPropertySymbols(object)[0]].name, new Function().name)
console.log(String(named), String(assigned))
