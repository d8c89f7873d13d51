const original = { date: new Date(0), list: [1, { deep: true }], map: new Map([["k", new Set([1])]]) }
original.self = original
const copy = structuredClone(original)
original.list[1].deep = false
console.log(copy !== original, copy.self === copy, copy.date.getTime(), copy.list[1].deep, copy.map.get("k").has(1))
class Point { constructor() { this.x = 1 } }
console.log(structuredClone(new Point()) instanceof Point, structuredClone(new Point()).x, structuredClone(Object.create({ inherited: 1 })).inherited)
