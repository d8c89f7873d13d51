const controller = new AbortController()
const { signal } = controller
signal.addEventListener("abort", (event) => console.log(event.type, signal.aborted, signal.reason.message))
signal.onabort = () => console.log("handler")
console.log(signal.aborted)
controller.abort(new Error("enough"))
controller.abort("again")
try {
  signal.throwIfAborted()
} catch (error) {
  console.log("thrown", error.message)
}
console.log(AbortSignal.abort().reason.name, AbortSignal.any([new AbortController().signal, signal]).aborted)
