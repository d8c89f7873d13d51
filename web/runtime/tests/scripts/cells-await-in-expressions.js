[await 1, await Promise.resolve(2)].concat(await [3])
// cell
(await Promise.resolve({ f: (x) => x + 1 })).f(await 4)
// cell
`${await "inside"} a template`
// cell
(await 1) ? await "yes" : await "no"
// cell
let sum = 0
for (const n of await [1, 2]) sum += await n
sum
