const people = [["Bob", 2], ["Ada", 1], ["Cyd", 2], ["Dan", 1]]
console.log(people.sort((a, b) => a[1] - b[1]).map(([name]) => name).join())
console.log([undefined, 3, , 1].sort().length, [10, 9, 1].sort().join(), ["b", undefined, "a"].sort().join())
