let outer = "outer"
{ let outer = "inner"; outer }
// cell
outer
// cell
const f = (outer) => { { const outer = 3; return outer } }
f(1)
