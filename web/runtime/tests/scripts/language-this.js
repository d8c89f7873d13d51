"use strict"
function plain() {
  return this
}
const object = { plain, arrow: () => typeof this, nested() { return (() => this === object)() } }
console.log(plain() === undefined, object.plain() === object, object.nested())
console.log(plain.call(5), typeof plain.bind("bound")(), plain.apply(null))
