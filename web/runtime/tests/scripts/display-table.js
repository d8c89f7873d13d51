display.table([{ name: "Ada", age: 36 }, { name: "Alan" }])
display([{ a: 1 }, { a: 2 }])
