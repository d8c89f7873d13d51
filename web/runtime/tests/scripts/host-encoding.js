const bytes = new TextEncoder().encode("aü€😀\ud800")
console.log(bytes, new TextEncoder().encoding)
console.log(new TextDecoder().decode(bytes))
console.log(new TextDecoder("latin1").decode(new Uint8Array([0x80, 0xe4])), new TextDecoder("UTF-16").decode(new Uint8Array([0xff, 0xfe, 0x61, 0])))
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
console.log(decoder.encoding, decoder.fatal, decoder.ignoreBOM)
console.log(decoder.decode(bytes.subarray(0, 4), { stream: true }) + decoder.decode(bytes.subarray(4, 10)))
console.log(JSON.stringify(decoder.decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))))
const view = new DataView(bytes.buffer, 1, 2)
console.log(new TextDecoder().decode(view), new TextDecoder().decode(bytes.buffer.slice(0, 1)), JSON.stringify(new TextDecoder().decode()))
const target = new Uint8Array(4)
console.log(new TextEncoder().encodeInto("a€😀", target), target)
for (const attempt of [
  () => decoder.decode(new Uint8Array([0xff])),
  () => new TextDecoder("klingon"),
  () => new TextDecoder().decode("text"),
  () => btoa("€"),
  () => atob("a"),
  () => atob("ab=c"),
  () => btoa(),
]) {
  try {
    console.log(attempt())
  } catch (error) {
    console.log(`${error}`, error instanceof DOMException, error.code)
  }
}
console.log(btoa("hello\xff"), atob(" aGVs bG8= "), atob("aGVsbG8"), JSON.stringify(atob("/w==")), JSON.stringify(atob("")))
