const names = ["a", null]
names.map((name) => name.toUpperCase())
