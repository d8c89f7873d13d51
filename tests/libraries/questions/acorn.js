const acorn = require("../node_modules/acorn/dist/acorn.js");
const tree = acorn.parse("async function* f({ a = 1, ...b }) { for await (const x of a?.b ?? c) yield `t${x}` } class A { #p = 1; static { } }", { ecmaVersion: 2022 });
console.log(tree.body.map((node) => node.type).join(), JSON.stringify(tree).length);
try { acorn.parse("let let = 1", { ecmaVersion: 2022 }) } catch (error) { console.log(error.message) }
