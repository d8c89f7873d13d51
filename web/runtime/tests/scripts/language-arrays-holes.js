const holes = [1, , 3]
console.log(holes.length, 1 in holes, holes.map((n) => n * 2).length, JSON.stringify(holes), holes.findIndex((n) => n === undefined))
let visited = 0
holes.forEach(() => visited++)
console.log(visited, Object.keys(holes).join(), [...holes].length, holes.indexOf(undefined), holes.includes(undefined), Array(3).join("-"))
