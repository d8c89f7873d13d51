const ejs = require("../node_modules/ejs/ejs.min.js");
console.log(ejs.render("<% for (const x of xs) { %><<%= x %>>\n<% } -%><%- raw %>", { xs: [1, "&"], raw: "<b>" }));
