[[1].values(), new Map([[1, 2]]).entries(), new Set().values(), (function* () {})(), "a"[Symbol.iterator]()]
