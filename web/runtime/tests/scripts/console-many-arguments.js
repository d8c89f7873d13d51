console.log(1, "two", [3], { four: 4 }, null, "\n", "after the line")
console.log("")
console.log("", "")
console.log(" spaces  kept ")
