// What the runtime adds for `await` and `import` is no property of anything.
const odd = (name) => /[^\x20-\x7e]/.test(name)
console.log(Object.getOwnPropertyNames(globalThis).filter(odd), Reflect.ownKeys(globalThis).map(String).filter(odd))
// cell
let values = []
for await (const value of (async function* () { yield 1; yield 2 })()) values.push(value)
for await (const value of [Promise.resolve(3), 4]) { if (value === 4) break; values.push(value) }
outer: for await (const { length } of ["ab", "c"]) { for (const x of [1, 2]) { if (length === 1) break outer; values.push([length, x]) } }
values
// cell
let closed = []
const closing = { [Symbol.asyncIterator]() { return { next: async () => ({ done: false, value: 1 }), return: async () => { closed.push("closed"); return {} } } } }
for await (const value of closing) { closed.push(value); break }
closed
