const units = []
for (const character of "a😀") units.push(character.length)
for (let i = 0; i < "a😀".length; i++) units.push("a😀".charCodeAt(i).toString(16))
console.log(units.join(), "😀".split("").length, Array.from("😀b").length, Object.keys("ab").join())
