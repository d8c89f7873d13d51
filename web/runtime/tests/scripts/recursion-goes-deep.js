// As deep as in other engines, in the browser too.
const sum = (n) => n === 0 ? 0 : n + sum(n - 1)
sum(9_000)
// cell
function walk(node, depth = 0) {
  if (node === null) return depth
  return walk(node.next, depth + 1)
}
let list = null
for (let i = 0; i < 9_000; i++) list = { next: list }
walk(list)
// cell
const nested = (n) => n === 0 ? 0 : [n].map((n) => 1 + nested(n - 1))[0]
nested(50)
// cell
// What went deep leaves nothing behind.
for (let i = 0; i < 20; i++) sum(9_000)
sum(9_000)
