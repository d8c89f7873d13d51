const nlp = require("compromise");
const doc = nlp("She was running quickly to the big store in Paris.");
console.log(doc.verbs().out("array").join("|"), doc.nouns().toPlural().out("array").join("|"), doc.verbs().toPastTense().text());
