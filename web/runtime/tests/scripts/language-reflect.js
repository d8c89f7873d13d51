class A { constructor(x) { this.x = x } get double() { return this.x * 2 } }
console.log(Reflect.get(A.prototype, "double", { x: 21 }), Reflect.construct(A, [1]).x, Reflect.has({ a: 1 }, "a"), Reflect.ownKeys({ b: 1, 1: 1, [Symbol.iterator]: 1 }).length)
console.log(Reflect.apply(Math.max, null, [1, 5]), Reflect.set(Object.freeze({}), "a", 1), Reflect.getPrototypeOf([]) === Array.prototype)
