const map = new Map([[NaN, "nan"], [0, "zero"], ["0", "text"]])
console.log(map.get(NaN), map.get(-0), map.get("0"), map.size, map.delete(0), map.has(0), [...map.keys()].length)
const order = new Map([["b", 1], ["a", 2]])
order.set("b", 3).set("c", 4)
console.log([...order].map((pair) => pair.join("=")).join(), Map.groupBy([1, 2, 3], (n) => n % 2).get(1).join())
for (const key of order.keys()) {
  order.delete(key)
  if (key === "b") order.set("late", 5)
  console.log(key)
}
