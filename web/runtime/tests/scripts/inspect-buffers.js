[new Uint8Array([1, 2]), new Float32Array(2), new BigInt64Array([1n]), new ArrayBuffer(2), new DataView(new ArrayBuffer(1))]
