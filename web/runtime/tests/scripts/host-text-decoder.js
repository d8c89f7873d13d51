const decoder = new TextDecoder()
console.log(decoder.encoding, decoder.fatal, decoder.decode(new Uint8Array([0xe2, 0x82, 0xac])), decoder.decode(new Uint8Array([0xff, 0x41])), decoder.decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x42])).length)
console.log(decoder.decode(new Uint8Array([0xf0, 0x9f]), { stream: true }) + decoder.decode(new Uint8Array([0x98, 0x80])), new TextDecoder("utf-16le").decode(new Uint8Array([0x61, 0, 0x3d, 0xd8, 0, 0xde])))
for (const attempt of [() => new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array([0xc0])), () => new TextDecoder("nonsense")]) {
  try {
    attempt()
  } catch (error) {
    console.log(error.name)
  }
}
