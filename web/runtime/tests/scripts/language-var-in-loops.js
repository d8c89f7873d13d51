var functions = []
for (var i = 0; i < 3; i++) functions.push(() => i)
for (let j = 0; j < 3; j++) functions.push(() => j)
console.log(functions.map((f) => f()).join(" "))
