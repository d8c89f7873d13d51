const { match, compile } = require("path-to-regexp");
console.log(JSON.stringify(match("/user/:id/*rest")("/user/7/a/b")), compile("/user/:id")({ id: "x y" }));
