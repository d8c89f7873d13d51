const fixed = 1
fixed = 2
// cell
fixed
// cell
fixed++
