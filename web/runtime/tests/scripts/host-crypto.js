const bytes = crypto.getRandomValues(new Uint8Array(32))
console.log(bytes.length, new Set(bytes).size > 8, crypto.getRandomValues(bytes) === bytes)
console.log(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()), crypto.randomUUID() === crypto.randomUUID())
for (const attempt of [() => crypto.getRandomValues(new Float32Array(1)), () => crypto.getRandomValues(new Uint8Array(65537))]) {
  try {
    attempt()
  } catch (error) {
    console.log(error.name)
  }
}
