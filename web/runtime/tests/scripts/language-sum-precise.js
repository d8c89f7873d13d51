console.log(Math.sumPrecise([1e20, 0.1, -1e20]), [0.1, 0.2, 0.3].reduce((a, b) => a + b) === 0.6)
