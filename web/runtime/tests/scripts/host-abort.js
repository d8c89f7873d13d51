const controller = new AbortController()
const { signal } = controller
signal.addEventListener("abort", (event) => console.log("heard", event.type, event.target === signal, event.isTrusted))
signal.addEventListener("abort", () => console.log("once"), { once: true })
signal.onabort = function () {
  console.log("handler", this === signal)
}
const both = AbortSignal.any([signal])
console.log(signal.aborted, signal.reason)
controller.abort()
controller.abort("again")
console.log(signal.aborted, signal.reason.name, signal.reason.message, signal.reason.code, both.reason === signal.reason)
for (const attempt of [
  () => signal.throwIfAborted(),
  () => AbortSignal.abort("why").throwIfAborted(),
  () => new AbortSignal(),
  () => AbortSignal.any([1]),
  () => AbortSignal.timeout(-1),
]) {
  try {
    attempt()
  } catch (error) {
    console.log(String(error))
  }
}
const target = new EventTarget()
const listener = { handleEvent: (event) => console.log("object", event.type) }
target.addEventListener("go", listener)
target.addEventListener("go", listener)
target.addEventListener("go", () => {
  throw new Error("a listener")
})
target.addEventListener("go", (event) => {
  event.preventDefault()
  event.stopImmediatePropagation()
})
target.addEventListener("go", () => console.log("never"))
console.log(target.dispatchEvent(new Event("go", { cancelable: true })))
target.removeEventListener("go", listener)
const remover = new AbortController()
const other = new EventTarget()
other.addEventListener("x", () => console.log("gone"), { signal: remover.signal })
remover.abort()
console.log(other.dispatchEvent(new Event("x")))
const late = AbortSignal.timeout(1)
await new Promise((done) => late.addEventListener("abort", done))
console.log(String(late.reason))
console.log(new DOMException("m", "NotFoundError").code, DOMException.ABORT_ERR, new DOMException() instanceof Error, String(new DOMException("m")))
