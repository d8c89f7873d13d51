const asked = []
const proxy = new Proxy({ a: 1 }, { get: (_, key) => asked.push(key), ownKeys: () => asked.push("keys"), getPrototypeOf: () => asked.push("prototype") })
console.log(proxy, [proxy])
asked.length
