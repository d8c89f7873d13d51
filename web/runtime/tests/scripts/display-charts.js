display.bar({ a: 1, b: 3 })
display.line([1, 2, 3, 2])
display.scatter([[1, 2], [3, 4]])
