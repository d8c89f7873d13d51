const buffer = new ArrayBuffer(4, { maxByteLength: 8 })
const view = new Uint8Array(buffer)
buffer.resize(6)
console.log(view.length, buffer.resizable, buffer.maxByteLength, buffer.slice(2).byteLength)
