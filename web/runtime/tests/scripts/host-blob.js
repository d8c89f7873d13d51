const blob = new Blob(["Grüße, ", new Uint8Array([87, 101]), new DataView(new ArrayBuffer(1)), new Blob(["!"]), 12], { type: "Text/Plain" })
console.log(blob.size, blob.type, String(blob))
console.log(JSON.stringify(await blob.text()))
console.log(await blob.slice(2, 4).text(), await blob.slice(-3, -2).text(), blob.slice(-3, -2, "A/B").type, blob.slice(5, 2).size, blob.slice(0, 1e9).size)
console.log(await blob.slice(0, 3).arrayBuffer(), await blob.slice(0, 2).bytes())
// cell
const empty = new Blob()
console.log(empty.size, JSON.stringify(empty.type), JSON.stringify(await empty.text()), new Blob([], { type: "é" }).type === "")
console.log(JSON.stringify(await new Blob(["a\r\nb\rc"], { endings: "native" }).text()), (await new Blob(["\uFEFFx"]).text()).length, await new Blob(["\uD800"]).text())
console.log((await structuredClone(blob).text()) === (await blob.text()), structuredClone({ blob }).blob.type)
// cell
for (const attempt of [() => new Blob("text"), () => new Blob(1), () => new Blob([], { endings: "mac" }), () => Blob([])]) {
  try { attempt() } catch (error) { console.log(String(error)) }
}
await Blob.prototype.text.call({}).catch((error) => console.log(String(error)))
Blob.length
