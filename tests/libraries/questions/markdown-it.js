const md = require("../node_modules/markdown-it/dist/browser/markdown-it.umd.min.js")({ html: true, linkify: true, typographer: true });
console.log(md.render("# Hi (c)\n\n1. a\n2. **b**\n\n```js\nx < 1\n```\n\nsee www.example.com -- ok\n"));
