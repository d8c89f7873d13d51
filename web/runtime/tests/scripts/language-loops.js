let text = ""
for (let i = 0, j = 5; i < j; i++, j--) text += `${i}${j} `
let n = 3
while (n--) if (n === 1) continue; else text += n
do text += "!"; while (false)
console.log(text)
