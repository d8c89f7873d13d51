let missing
console.log("before");
[1].map((item) => missing.name)
