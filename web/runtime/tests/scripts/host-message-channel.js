const { port1, port2 } = new MessageChannel()
const received = []
port1.onmessage = (event) => received.push(event.data)
const original = { when: new Date(0), list: [1, 2] }
port2.postMessage(original)
port2.postMessage(null)
original.list.push(3)
received.push("the script goes on")
await new Promise(setImmediate)
received
// cell
port2.addEventListener("message", (event) => console.log("a listener hears", event.data, event.isTrusted, event.target === port2))
port1.postMessage("before start")
await new Promise(setImmediate)
console.log("nothing yet")
port2.start()
await new Promise(setImmediate)
port1.postMessage("after start")
await new Promise(setImmediate)
const bytes = new Uint8Array([1, 2, 3])
port1.postMessage(bytes, [bytes.buffer])
port1.postMessage(new Uint8Array([4]), { transfer: [] })
await new Promise(setImmediate)
bytes.length
// cell
for (const attempt of [() => port1.postMessage(() => {}), () => port1.postMessage(), () => new MessagePort(), () => MessageChannel()]) {
  try { attempt() } catch (error) { console.log(String(error)) }
}
port1.postMessage("posted before the end arrives")
port1.close()
port1.postMessage("posted after it does not")
port2.postMessage("nor this")
await new Promise(setImmediate)
console.log(port1 instanceof EventTarget, String(port1), typeof port1.onmessage, port1.onmessageerror)
// cell
// What schedulers do: another task, and the timers have their turns.
const channel = new MessageChannel()
let turns = 0
let isTime = false
setTimeout(() => (isTime = true), 3)
channel.port1.onmessage = () => {
  turns += 1
  if (!isTime) channel.port2.postMessage(null)
}
channel.port2.postMessage(null)
await new Promise((resolve) => setTimeout(resolve, 8))
console.log(isTime, turns > 1)
// cell
const event = new MessageEvent("message", { data: 1, origin: "here", lastEventId: 7, ports: [port1], bubbles: true })
console.log(event.data, event.origin, event.lastEventId, event.ports[0] === port1, Object.isFrozen(event.ports), event.source, event.bubbles, event instanceof Event)
console.log(new MessageEvent("message").data, String(event), MessageEvent.length)
