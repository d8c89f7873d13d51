// native: asks a probe what was cancelled
const { cancelled, hang, show } = require("plugin:probe")
const log = (what) => (reason) => console.log(what, reason instanceof Error ? `${reason.name}: ${reason.message}` : reason)

// An abort rejects at once, before the listeners of the signal hear of it, and drops the call.
const controller = new AbortController()
const { signal } = controller
signal.addEventListener("abort", () => console.log("listener", cancelled()))
const both = [hang.async("one", { signal }), hang.async("two", { signal })]
both.forEach((call, index) => call.catch(log(`call ${index}`)))
controller.abort("enough")
console.log("after abort", cancelled())
await Promise.allSettled(both)

// A signal that aborted already sends nothing, whatever the arguments are.
await show.async("x", { signal }).catch(log("too late"))
await hang.async(() => {}, { signal: AbortSignal.abort() }).catch(log("too late"))
console.log(cancelled())

// Timeouts, and the first of several signals.
await hang.async({ signal: AbortSignal.timeout(1) }).catch(log("timeout"))
const any = AbortSignal.any([new AbortController().signal, AbortSignal.timeout(1)])
await hang.async({ signal: any }).catch(log("any"))
console.log(cancelled())

// A call that is answered ignores a later abort, and the signal is no argument.
const late = new AbortController()
console.log(await show.async(1, { signal: late.signal }), await show.async({ signal: late.signal }))
late.abort()
console.log(cancelled())

// An abort before the answer is taken wins.
const race = new AbortController()
const answered = show.async("answered", { signal: race.signal })
race.abort(new Error("first"))
await answered.catch(log("race"))
// cell
// Everything else is an argument.
const { show: shown } = require("plugin:probe")
const plain = new AbortController().signal
console.log(await shown.async({ signal: "text" }), await shown.async({ signal: null }), await shown.async({ signal: 1, more: 2 }))
await shown.async({ signal: plain, more: 1 }).catch((error) => console.log(error.message))
await shown.async({ signal: plain }, 1).catch((error) => console.log(error.message))
try {
  shown({ signal: plain })
} catch (error) {
  console.log(error.message)
}
