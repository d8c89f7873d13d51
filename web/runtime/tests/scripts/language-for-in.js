const parent = { inherited: 1 }
const object = Object.create(parent, { own: { value: 1, enumerable: true }, hidden: { value: 2 } })
object.later = 3
object[7] = 4
const keys = []
for (const key in object) keys.push(key)
for (const key in "ab") keys.push(key)
for (const key in null) keys.push("never")
console.log(keys.join())
