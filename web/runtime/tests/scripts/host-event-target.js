const target = new EventTarget()
const seen = []
target.addEventListener("go", (event) => seen.push(`one ${event.type} ${event.cancelable}`), { once: true })
target.addEventListener("go", { handleEvent() { seen.push("object") } })
const removed = () => seen.push("never")
target.addEventListener("go", removed)
target.removeEventListener("go", removed)
target.addEventListener("go", (event) => event.preventDefault())
console.log(target.dispatchEvent(new Event("go", { cancelable: true })), target.dispatchEvent(new Event("go")), seen.join())
