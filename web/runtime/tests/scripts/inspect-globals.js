[typeof globalThis, Math, JSON, Reflect]
