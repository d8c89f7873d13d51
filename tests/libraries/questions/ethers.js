const ethers = require("../node_modules/ethers/dist/ethers.umd.min.js");
console.log(ethers.parseEther("1.5").toString(), ethers.keccak256(ethers.toUtf8Bytes("hello")), ethers.formatUnits(123456789n, 6));
const wallet = new ethers.Wallet("0x" + "11".repeat(32));
console.log(wallet.address, ethers.AbiCoder.defaultAbiCoder().encode(["uint256", "string"], [7, "abc"]));
