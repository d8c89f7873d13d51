const word = "ü😀"; word.missing.x
