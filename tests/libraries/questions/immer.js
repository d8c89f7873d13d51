const { produce, enablePatches, produceWithPatches } = require("immer");
enablePatches();
const [next, patches] = produceWithPatches({ a: { b: [1] } }, (draft) => { draft.a.b.push(2); draft.c = 3 });
console.log(JSON.stringify(next), JSON.stringify(patches));
try { next.a.b.push(1) } catch (error) { console.log(error.name) }
