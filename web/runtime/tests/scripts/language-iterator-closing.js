const closing = {
  [Symbol.iterator]() {
    return { next: () => ({ value: 1, done: false }), return: () => (console.log("closed"), {}) }
  },
}
const [one] = closing
try {
  for (const value of closing) throw new Error(`at ${value}`)
} catch (error) {
  console.log(error.message)
}
