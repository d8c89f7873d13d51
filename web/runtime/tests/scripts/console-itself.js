console.log(typeof console, Object.keys(console).includes("log"), String(console), console.log.name)
const { log, warn } = console
log("detached")
;["a", "b"].forEach(warn)
