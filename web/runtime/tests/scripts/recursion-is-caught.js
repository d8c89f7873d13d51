const caught = (f) => {
  try {
    f()
  } catch (error) {
    return `${error.name}: ${error.message} ${error instanceof RangeError}`
  }
}
function forever() { forever() }
function later() { const one = 1; return one + later() }
const arrow = () => arrow()
const answer = (n) => n < 0 ? n : 1 + answer(n + 1)
const shape = { get size() { return this.size }, set size(n) { this.size = n }, area() { return this.area() } }
class Node { constructor() { this.next = new Node() } static make() { return Node.make() } }
function strict() { "use strict"; strict() }
const mapped = () => [1].map(mapped)
const sorted = () => [2, 1].sort(sorted)
const even = (n) => odd(n + 1), odd = (n) => even(n + 1)
const tagged = () => tagged``
const spread = (...all) => spread(...all)
const json = { toJSON() { return JSON.stringify(json) } }
for (const f of [
  forever, later, arrow, () => answer(1), () => shape.size, () => { shape.size = 1 }, () => shape.area(), () => new Node(),
  Node.make, strict, mapped, sorted, () => even(0), tagged, spread, () => JSON.stringify(json),
]) console.log(caught(f))
// cell
async function waits() { await waits() }
await waits().catch((error) => error.message)
// cell
let cleaned = 0
function cleans() { try { cleans() } finally { cleaned++ } }
try { cleans() } catch {}
cleaned > 100
// cell
forever()
// cell
"the realm goes on"
