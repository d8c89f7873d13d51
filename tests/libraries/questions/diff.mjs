import * as Diff from "../node_modules/diff/libesm/index.js";
console.log(Diff.diffWords("the quick fox", "the slow fox").map((part) => (part.added ? "+" : part.removed ? "-" : "=") + part.value).join("|"));
console.log(Diff.createTwoFilesPatch("a", "b", "one\ntwo\n", "one\nthree\n"));
