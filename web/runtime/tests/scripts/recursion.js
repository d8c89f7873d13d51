function forever() {
  forever()
}
try {
  forever()
} catch {
  console.log("not reached")
}
