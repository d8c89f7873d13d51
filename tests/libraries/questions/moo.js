const moo = require("moo");
const lexer = moo.compile({ ws: /[ \t]+/, number: /0|[1-9][0-9]*/, word: { match: /[a-z]+/, type: moo.keywords({ kw: ["if"] }) }, nl: { match: /\n/, lineBreaks: true } });
lexer.reset("if x 10\ny");
console.log([...lexer].map((token) => token.type + "@" + token.line + ":" + token.col).join(" "));
