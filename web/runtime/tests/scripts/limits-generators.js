async function* endless() { yield* endless() }
try {
  await endless().next()
} catch (error) {
  console.log(error.name, error.message)
}
