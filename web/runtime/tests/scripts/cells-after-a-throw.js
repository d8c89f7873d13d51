let before = 1
missing()
let after = 2
// cell
before
// cell
after
// cell
let after = "now"
after
