const text = "Grüße, 世界 😀"
console.log(text.length, [...text].length, text.at(0), text.codePointAt(11), text.slice(-2) === "😀", text.toUpperCase())
console.log("abc".padStart(5, "12"), "abc".padEnd(6, "-"), " x ".trim() + "|", "a-b-c".replaceAll("-", "+"), "a-b-c".split("-", 2).join())
console.log("abcdef".substring(4, 1), "abcdef".slice(4, 1) === "", "abc".includes("bc"), "x".repeat(3), "abc".at(5), "b".localeCompare("a"))
console.log("a\u0308".normalize("NFC").length, "ab".isWellFormed(), "\ud800".isWellFormed(), "\ud800".toWellFormed() === "\ufffd")
