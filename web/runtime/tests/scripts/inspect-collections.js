[new Map([["key", { a: 1 }], [1, [2]]]), new Set(["a", new Set()]), new WeakMap(), new Map(), new Set()]
