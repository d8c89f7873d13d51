const ids = (function* () { let id = 0; for (;;) yield ++id })()
ids.next().value
// cell
ids.next().value
