async function later() {
  await null
  throw new Error("later")
}
await later()
