const tag = (strings, ...values) => strings.raw.map((text, i) => `[${text}]${values[i] ?? ""}`).join("")
console.log(tag`a${1}\n${2}c`, `multi
line`, `${[1, [2, 3]]} ${{}}`)
console.log(String.raw`C:\new\${"x"}`)
