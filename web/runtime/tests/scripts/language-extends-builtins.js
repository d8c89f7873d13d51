class Stack extends Array {
  peek() {
    return this.at(-1)
  }
}
const stack = Stack.of(1, 2)
stack.push(3)
console.log(stack.peek(), stack.length, stack.map((n) => n * 2) instanceof Stack, Array.isArray(stack))
class HttpError extends Error {
  name = "HttpError"
}
const error = new HttpError("not found")
console.log(String(error), error instanceof Error, Object.prototype.toString.call(error))
