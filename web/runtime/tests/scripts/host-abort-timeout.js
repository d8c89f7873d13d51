// A limit on something else is nothing to wait for, unless somebody does.
const late = AbortSignal.timeout(3_600_000)
const soon = AbortSignal.timeout(1)
await new Promise((resolve) => soon.addEventListener("abort", resolve))
console.log(late.aborted, soon.aborted, soon.reason.name)
