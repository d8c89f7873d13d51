const CryptoJS = require("../node_modules/crypto-js/crypto-js.js");
console.log(CryptoJS.SHA256("hello").toString(), CryptoJS.MD5("a").toString(), CryptoJS.HmacSHA512("m", "k").toString(CryptoJS.enc.Base64));
const key = CryptoJS.enc.Utf8.parse("0123456789abcdef");
const sealed = CryptoJS.AES.encrypt("secret", key, { iv: key }).toString();
console.log(sealed, CryptoJS.AES.decrypt(sealed, key, { iv: key }).toString(CryptoJS.enc.Utf8));
