for (const value of [() => 1, Symbol("s"), { method() {} }, new WeakMap(), Promise.resolve()]) {
  try {
    structuredClone(value)
    console.log("cloned")
  } catch (error) {
    console.log(error.name, error.code, error instanceof DOMException)
  }
}
