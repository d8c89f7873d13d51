const rows = [["name", "age"], ["Ada", 36], ["Al", 7]]
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)))
console.log(rows.map((row) => row.map((cell, column) => String(cell).padEnd(widths[column])).join(" | ")).join("\n"))
