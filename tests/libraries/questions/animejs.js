const anime = require("../node_modules/animejs/dist/bundles/anime.umd.min.js");
console.log(typeof anime.animate, typeof anime.utils);
