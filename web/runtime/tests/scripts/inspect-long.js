Array.from({ length: 150 }, (_, i) => i)
// cell
"x".repeat(50)
// cell
Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`key${i}`, i]))
