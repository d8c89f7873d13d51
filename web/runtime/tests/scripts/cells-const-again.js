const a = 1
// cell
const a = 2
a
// cell
let a = 3
a
// cell
var a = 4
a
// cell
function a() {}
typeof a
// cell
class a {}
typeof a
