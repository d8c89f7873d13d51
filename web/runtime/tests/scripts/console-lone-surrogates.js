console.log("\ud83d", "😀", "\u202e")
console.log("tab\tand\nlines")
