const object = { b: 1, 2: "two", a: 3, 1: "one" }
console.log(Object.keys(object).join(), Object.values(object).join(), Object.entries(object).length, JSON.stringify(Object.fromEntries([["x", 1]])))
console.log(JSON.stringify(Object.assign({}, object, null, { b: 2 })), JSON.stringify(Object.groupBy([1, 2, 3], (n) => (n % 2 ? "odd" : "even"))))
