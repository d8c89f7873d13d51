const DOMPurify = require("../node_modules/dompurify/dist/purify.min.js");
console.log(typeof DOMPurify, DOMPurify.isSupported, DOMPurify.version.split(".").length);
