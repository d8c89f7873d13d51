var visible = 1
function called() {}
let hidden = 2
;["visible" in globalThis, "called" in globalThis, "hidden" in globalThis]
// cell
globalThis.added = "by hand"
added
