const MiniSearch = require("../node_modules/minisearch/dist/cjs/index.cjs");
const search = new MiniSearch({ fields: ["t"] });
search.addAll([{ id: 1, t: "moby dick" }, { id: 2, t: "zen and art" }]);
console.log(JSON.stringify(search.search("mobi", { fuzzy: 0.3 }).map((hit) => hit.id)), search.documentCount);
