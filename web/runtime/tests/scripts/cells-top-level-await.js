const value = await Promise.resolve("awaited")
// cell
value
// cell
const { x, y = await Promise.resolve(2) } = await { x: 1 }
x + y
// cell
await Promise.reject(new Error("rejected"))
// cell
const results = await Promise.all([1, 2, 3].map(async (n) => n * 2))
results
