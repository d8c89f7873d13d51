var asVar = 1
function declared() {}
let lexical = 2
console.log(globalThis.asVar, typeof globalThis.declared, globalThis.lexical, this === globalThis, typeof globalThis.Array)
