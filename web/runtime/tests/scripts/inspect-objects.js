({ a: 1, "b c": 2, 3: "three", [Symbol("s")]: 4, nested: { deep: { deeper: { deepest: { end: 1 } } } }, method() {}, get getter() { return 1 } })
