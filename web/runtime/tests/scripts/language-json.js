console.log(JSON.stringify({ a: [1, undefined, () => 1, NaN], b: undefined, c: new Date(0), d: Infinity, "é\u2028": "\ud800\n" }))
console.log(JSON.stringify({ a: 1, b: [2, { c: 3 }] }, null, 2))
console.log(JSON.stringify({ keep: 1, drop: 2, n: { keep: 3 } }, ["keep", "n"]), JSON.stringify([1], (key, value) => (key === "0" ? value + 1 : value)))
console.log(JSON.stringify({ toJSON: (key) => `key ${key}` }), JSON.stringify(undefined), JSON.stringify("\u007f\u0007\"\\"))
