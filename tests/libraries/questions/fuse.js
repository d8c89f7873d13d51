const lib = require("../node_modules/fuse.js/dist/fuse.min.cjs");
const Fuse = lib.default ?? lib;
const fuse = new Fuse([{ t: "Old Man's War" }, { t: "The Lock Artist" }, { t: "HTML5" }], { keys: ["t"], includeScore: true });
console.log(JSON.stringify(fuse.search("lokc").map(({ item, refIndex }) => [item.t, refIndex])));
