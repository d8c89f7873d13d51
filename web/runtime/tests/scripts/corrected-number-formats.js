for (const [number, digits] of [[1e-27, 20], [1e-30, 50], [1e-10, 2], [-1e-7, 2], [-0, 1], [1.45, 1], [1.005, 2], [1.25, 1], [-2.5, 0], [0.5, 0], [999.5, 0], [9.995, 2], [1e21, 2], [123456789012345680000, 1], [5e-324, 3], [NaN, 1], [-Infinity, 1], [0.1, 25]])
  console.log("toFixed", number, digits, number.toFixed(digits))
for (const [number, digits] of [[5e-324, 1], [5e-324, 5], [1e-101, 3], [0.000001, 2], [0.0000001, 2], [123.456, 4], [0.00008, 1], [99.99, 3], [25, 1], [12345, 3], [1e21, 3], [1e21, 22], [0, 3], [-1.5, 1], [1e23, 30], [1.7976931348623157e308, 3], [Infinity, 3]])
  console.log("toPrecision", number, digits, number.toPrecision(digits))
for (const [number, digits] of [[25, 0], [12345, 3], [1.25, 1], [-1.25, 1], [0, 2], [99999, 2], [5e-324, 0], [0.000123, 2], [NaN, 1], [1e-7, undefined], [123456, undefined]])
  console.log("toExponential", number, digits, number.toExponential(digits))
// cell
console.log((12.345).toFixed(), (12.345).toPrecision(), Object(1.25).toFixed(1), (0.5).toFixed("1"), (1).toFixed({ valueOf: () => 2 }))
console.log(Number.prototype.toFixed.length, Number.prototype.toPrecision.name, String(Number.prototype.toExponential), Object.keys(Number.prototype).length)
for (const attempt of [() => (1).toFixed(101), () => (1).toFixed(-1), () => (1).toPrecision(0), () => (1).toExponential(Infinity), () => Number.prototype.toFixed.call("1"), () => (1).toFixed(1n), () => new (1).toFixed()]) {
  try { console.log(attempt()) } catch (error) { console.log(String(error)) }
}
NaN.toFixed(2) + (Infinity).toPrecision(1000)
