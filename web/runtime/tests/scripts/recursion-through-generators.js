// native: a browser counts generators, which take more of its stack
function* steps() { yield* steps() }
async function* later() { yield* later() }
try { [...steps()] } catch (error) { console.log(error.name, error.message.startsWith("Maximum call stack size exceeded")) }
// cell
await later().next().catch((error) => `${error.name}: ${error.message.slice(0, 32)}`)
