const show = (number, ...options) => number.toLocaleString("en-US", ...options)
console.log(show(1234567.891), show(-0.5), show(1e21), show(NaN), show(-Infinity), show(-0), (1234.5).toLocaleString())
console.log(show(1234.5, { minimumFractionDigits: 2 }), show(1.005, { maximumFractionDigits: 2 }), show(0.000123456, { maximumSignificantDigits: 3 }), show(1234, { useGrouping: false }), show(7, { minimumIntegerDigits: 2 }))
console.log(show(0.256, { style: "percent" }), show(0.256, { style: "percent", minimumFractionDigits: 1 }))
for (const currency of ["USD", "EUR", "JPY", "CHF", "KWD", "XYZ"]) console.log(show(-1234.5, { style: "currency", currency }), show(1, { style: "currency", currency, currencyDisplay: "name" }), show(2, { style: "currency", currency, currencyDisplay: "code" }))
console.log(show(-5, { style: "currency", currency: "USD", currencySign: "accounting" }), show(5, { signDisplay: "always" }), show(-0.001, { maximumFractionDigits: 1, signDisplay: "negative" }))
console.log(show(1234567, { notation: "compact" }), show(1234567, { notation: "compact", compactDisplay: "long" }), show(999999, { notation: "compact" }), show(123456, { notation: "scientific" }), show(123456, { notation: "engineering" }))
console.log(show(16, { style: "unit", unit: "celsius" }), show(1, { style: "unit", unit: "day", unitDisplay: "long" }), show(100, { style: "unit", unit: "kilometer-per-hour" }), show(3, { style: "unit", unit: "megabyte", unitDisplay: "narrow" }))
console.log(show(2.5, { maximumFractionDigits: 0, roundingMode: "halfEven" }), show(1.23, { minimumFractionDigits: 2, maximumFractionDigits: 2, roundingIncrement: 5 }), show(5.00, { minimumFractionDigits: 2, trailingZeroDisplay: "stripIfInteger" }))
console.log((12345678901234567890n).toLocaleString("en-US"), [1234.5, null, new Date(0), "text", [1, [2000]]].map((x) => x).slice(0, 2).toLocaleString("en-US"), [1234.5, [2000]].toLocaleString("en-US", { style: "currency", currency: "USD" }), new Float64Array([1.5, 2000]).toLocaleString("en-US"))
// cell
const format = new Intl.NumberFormat("en-US", { style: "currency", currency: "EUR" })
console.log([1, 2.5].map(format.format).join(), format.format === format.format, format.format("12345678901234567890.55"), Intl.NumberFormat("en-US").format(10n ** 20n))
console.log(JSON.stringify(format.formatToParts(-1234.5)))
console.log(JSON.stringify(format.resolvedOptions()))
console.log(String(format), String(Intl), Intl.NumberFormat.name, Intl.NumberFormat.length, Object.keys(Intl).length, format instanceof Intl.NumberFormat, JSON.stringify(Intl.NumberFormat.supportedLocalesOf(["en-US"])))
const cycle = [1]
cycle.push(cycle)
console.log(cycle.toLocaleString(), (1).toLocaleString === Number.prototype.toLocaleString, Number.prototype.toLocaleString.length, String(Number.prototype.toLocaleString))
for (const attempt of [() => show(1, { style: "currency" }), () => show(1, { style: "currency", currency: "US" }), () => show(1, { maximumFractionDigits: 101 }), () => show(1, { style: "words" }), () => (1).toLocaleString("en_US"), () => (1).toLocaleString(5n), () => new Intl.NumberFormat("en", null), () => Intl.PluralRules(), () => Intl.NumberFormat.prototype.format, () => (1).toLocaleString(["en", 1]), () => Number.prototype.toLocaleString.call("1")]) {
  try { console.log(attempt()) } catch (error) { console.log(error.name) }
}
