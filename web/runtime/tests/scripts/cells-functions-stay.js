function double(x) { return x * 2 }
const triple = (x) => x * 3
class Box { constructor(value) { this.value = value } }
// cell
[double(2), triple(2), new Box(1)]
// cell
function double(x) { return x + x + 0.5 }
double(1)
