const traced = new Proxy((a, b) => a + b, { apply: (target, self, args) => `traced ${target(...args)}` })
const Made = new Proxy(class { constructor(x) { this.x = x } }, { construct: (target, [x]) => new target(x * 2) })
console.log(traced(1, 2), new Made(4).x, typeof traced, traced.length)
