const found = []
outer: for (const row of [[1, 2], [3, 4], [5, 6]]) {
  for (const cell of row) {
    if (cell === 2) continue outer
    if (cell === 5) break outer
    found.push(cell)
  }
}
block: {
  found.push("block")
  break block
  found.push("never")
}
console.log(found.join())
