const list = [3, 1, 10, 2]
console.log([...list].sort().join(), list.toSorted((a, b) => a - b).join(), list.toReversed().join(), list.with(0, 9).join(), list.join())
console.log([1, [2, [3, [4]]]].flat().length, [1, [2, [3, [4]]]].flat(Infinity).join(), [1, 2].flatMap((n) => [n, n * 10]).join())
console.log(list.find((n) => n > 3), list.findLast((n) => n < 3), list.findIndex((n) => n > 99), list.indexOf(10), list.at(-1), list.includes(2))
console.log([1, 2, 3, 4, 5].copyWithin(0, 3).join(), Array.from({ length: 3 }, (_, i) => i * i).join(), Array.of(7).length, [1, 2, 3].fill(0, 1).join())
