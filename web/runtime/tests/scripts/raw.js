// native: raw
let x = 1
await = 5
x + await
// cell
let x = 2
// cell
await x
// cell
x + typeof _
