const lunr = require("../node_modules/lunr/lunr.min.js");
const index = lunr(function () { this.ref("id"); this.field("text"); [["a", "running dogs"], ["b", "a cat runs"], ["c", "nothing"]].forEach(([id, text]) => this.add({ id, text })) });
console.log(index.search("run*").map((hit) => hit.ref + " " + hit.score.toFixed(3)).join());
