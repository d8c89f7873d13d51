[new String("s"), new Number(1), new Boolean(true), Object(1n), Object(Symbol("s"))]
