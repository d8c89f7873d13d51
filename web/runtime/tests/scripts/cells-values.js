1 + 1
// cell
"text"
// cell
undefined
// cell
null
// cell
let declared = 5
// cell
declared
// cell
({ a: 1 })
// cell
{ a: 1 }
// cell
if (declared) "of a block"; else "never"
// cell
for (let i = 0; i < 3; i++) i * 2
// cell
;
