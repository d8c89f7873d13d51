setTimeout(() => console.log("after the cell"), 1)
"the cell's value"
// cell
let count = 0
const interval = setInterval(() => { if (++count === 2) clearInterval(interval) }, 1)
// cell
count
