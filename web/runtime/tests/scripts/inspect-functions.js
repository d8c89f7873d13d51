[() => 1, function named() {}, async () => {}, function* gen() {}, class A {}, class B extends Array {}, Math.max, Symbol]
