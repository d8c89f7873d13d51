const { List, Map, fromJS, Range, is } = require("../node_modules/immutable/dist/immutable.min.js");
const map = fromJS({ a: { b: [1, 2] } });
console.log(String(map.updateIn(["a", "b"], (list) => list.push(3))), is(Map({ x: 1 }), Map({ x: 1 })), Range(0, 10).filter((n) => n % 3 === 0).join());
