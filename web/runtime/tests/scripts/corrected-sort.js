// A comparison that contradicts itself shuffles.
const many = Array.from({ length: 200 }, (_, index) => index)
let random = 1
const contradicts = () => (random = (random * 16807) % 2147483647) % 3 - 1
;[many.toSorted(contradicts), [...many].sort(contradicts), new Int16Array(many).sort(contradicts), new Float64Array(many).toSorted(contradicts)]
  .map((shuffled) => [shuffled.length, new Set(shuffled).size, String(shuffled) === String(many)].join())
// cell
[3, 1, , undefined, 10, 2].sort()
// cell
[3, 1, , undefined, 10, 2].toSorted((a, b) => b - a)
// cell
["b", "a", { toString: () => "aa" }, null].sort().map(String)
// cell
const stable = ["b1", "a1", "b2", "a2"].sort((one, other) => one.charCodeAt() - other.charCodeAt()); stable
// cell
[[2, 1].sort(() => NaN), [2, 1].sort(() => true), [1, 2].sort((a, b) => ({ valueOf: () => b - a })), [2, 1].sort(() => -0)]
// cell
const like = { length: 3, 0: "c", 2: "a" }; [Array.prototype.sort.call(like) === like, JSON.stringify(like)]
// cell
[new Float32Array([3, NaN, -0, 0, 1]).sort(), new Uint8Array([3, 1, 2]).sort((a, b) => b - a)]
// cell
const errors = [() => [1].sort(1), () => [1, 2].sort(() => { throw "mine" }), () => Object.freeze([2, 1]).sort(), () => [Symbol(), 1].sort(), () => Int8Array.prototype.sort.call([1]), () => [1].toSorted("x")]
errors.map((act) => { try { return act() } catch (error) { return error.name ?? error } })
// cell
[Array.prototype.sort.name, Array.prototype.sort.length, Array.prototype.toSorted.name, [].sort.call([]).length]
