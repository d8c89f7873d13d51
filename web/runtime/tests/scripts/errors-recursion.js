// The engine's own bound ends the cell; a script cannot catch it, and the realm lives.
function endless() { return endless() + 1 }
try { endless() } catch { console.log("not reached") } finally { console.log("nor this") }
// cell
"the realm goes on"
