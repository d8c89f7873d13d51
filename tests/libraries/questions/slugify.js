const slugify = require("slugify");
console.log(slugify("Déjà Vu! 100% of über-fun & more", { lower: true, strict: true }), slugify("a b", "_"));
