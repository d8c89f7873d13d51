const sum = (...numbers) => numbers.reduce((total, number) => total + number, 0)
console.log(sum(...[1, 2], 3, ...new Set([4, 4])), Math.max(...[]), [..."aß😀"].length)
console.log(JSON.stringify({ a: 1, ...{ a: 2, b: 3 }, ...null, ...[9] }))
