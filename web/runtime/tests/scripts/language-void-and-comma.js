let i = 0
console.log(void 0, (i++, i++, i), void i++ === undefined, i)
