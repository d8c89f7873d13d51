const rate = 2
const convert = (x) => x * rate
// cell
const rate = 10
convert(1)
// cell
let total = 0
const add = (x) => (total += x)
// cell
add(1); add(2); total
