import { marked } from "../node_modules/marked/lib/marked.esm.js";
console.log(marked.parse("# Title\n\n- one\n- *two* `code`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> quote <https://x.y>\n"));
