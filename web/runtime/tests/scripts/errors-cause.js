function load() {
  throw new TypeError("no such file")
}
try {
  load()
} catch (cause) {
  throw new Error("cannot start", { cause })
}
