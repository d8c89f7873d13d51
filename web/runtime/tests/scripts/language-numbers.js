console.log(0.1 + 0.2, 1e21, 1e-7, 123456789012345680000, -0, 5e-324, 1.7976931348623157e308 * 10, 0xff, 0b101, 0o17, 1_000_000)
console.log((255).toString(16), (0.5).toString(2), (1234.5678).toFixed(2), (0.000001234).toExponential(2), (1234.5678).toPrecision(6), (1.005).toFixed(2))
console.log(Number.MAX_SAFE_INTEGER, Number.EPSILON > 0, Number.isInteger(5.0), Number.isSafeInteger(2 ** 53), isNaN("x"), Number.isNaN("x"))
