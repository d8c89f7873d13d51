const nacl = require("../node_modules/tweetnacl/nacl-fast.min.js");
const keys = nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(7));
const message = new Uint8Array([1, 2, 3]);
const signature = nacl.sign.detached(message, keys.secretKey);
console.log([...nacl.hash(message)].slice(0, 8).join(), [...signature].slice(0, 8).join(), nacl.sign.detached.verify(message, signature, keys.publicKey));
