const sorted = (list, ...options) => [...list].sort((a, b) => a.localeCompare(b, ...options)).join()
console.log(sorted(["b", "a", "C", "ä", "A", "Z", "é", "e", "E", "_", "1", "-", " "]), "item2".localeCompare("item10"), "item2".localeCompare("item10", undefined, { numeric: true }), sorted(["a10", "a9", "a1"], "en", { numeric: true }))
console.log("a".localeCompare("A", "en", { sensitivity: "base" }), "a".localeCompare("á", "en", { sensitivity: "base" }), "a".localeCompare("á", "en", { sensitivity: "accent" }), "a".localeCompare("A", "en", { sensitivity: "case" }), "a".localeCompare("A"), "résumé".localeCompare("resume"), "co-op".localeCompare("coop", "en", { ignorePunctuation: true }))
console.log(sorted(["a", "A", "b"], "en", { caseFirst: "upper" }), "\u0061\u0301".localeCompare("\u00e1"), "".localeCompare("a"), "a".localeCompare(), "日本".localeCompare("日本語"))
const collator = new Intl.Collator("en-US", { numeric: true })
console.log(["x10", "x9"].sort(collator.compare).join(), JSON.stringify(collator.resolvedOptions()), new Intl.Collator("en-u-kn").compare("2", "10"))
// cell
for (const type of ["conjunction", "disjunction", "unit"]) for (const style of ["long", "short", "narrow"]) console.log(["a", "b", "c"].map((_, i, all) => new Intl.ListFormat("en-US", { type, style }).format(all.slice(0, i + 1))).join(" | "))
console.log(JSON.stringify(new Intl.ListFormat("en-US").formatToParts(new Set(["x", "y"]))))
const plural = new Intl.PluralRules("en-US")
const ordinal = new Intl.PluralRules("en-US", { type: "ordinal" })
console.log([0, 1, 2, 1.5, -1].map((n) => plural.select(n)).join(), [1, 2, 3, 4, 11, 12, 13, 21, 22, 103].map((n) => ordinal.select(n)).join(), new Intl.PluralRules("en-US", { minimumFractionDigits: 1 }).select(1), plural.selectRange(0, 1))
const relative = new Intl.RelativeTimeFormat("en-US", { numeric: "auto" })
console.log([[-1, "day"], [0, "day"], [1, "day"], [2, "days"], [-3, "month"], [1, "year"], [-1, "quarter"], [0, "second"]].map((args) => relative.format(...args)).join(" | "))
console.log(["long", "short", "narrow"].map((style) => new Intl.RelativeTimeFormat("en-US", { style }).format(-1234.5, "week")).join(" | "), JSON.stringify(relative.formatToParts(10, "minutes")))
// cell
const segments = (text, granularity) => [...new Intl.Segmenter("en-US", { granularity }).segment(text)]
console.log(segments("e\u0301👨‍👩‍👧🇩🇪a", "grapheme").map(({ segment, index }) => segment + index).join(" "), segments("", "grapheme").length)
console.log(segments("Hello, world! It's 3.5.", "word").map(({ segment, isWordLike }) => segment + (isWordLike ? "*" : "")).join("|"))
console.log(segments("One sentence. Another? Yes! Mr. Smith agrees.", "sentence").map(({ segment }) => segment.trim()).join("|"))
const words = new Intl.Segmenter("en-US", { granularity: "word" }).segment("two words")
console.log(JSON.stringify(words.containing(5)), words.containing(9), words.containing(-1), String(words[Symbol.iterator]()), words[Symbol.iterator]().map(({ index }) => index).toArray().join())
console.log(JSON.stringify(Intl.getCanonicalLocales(["EN-us", "de-latn-de"])), Intl.supportedValuesOf("currency").includes("EUR"), Intl.supportedValuesOf("timeZone").includes("Europe/Berlin"))
for (const attempt of [() => new Intl.ListFormat().format([1]), () => relative.format(1, "fortnight"), () => relative.format(Infinity, "day"), () => new Intl.Segmenter("en", { granularity: "line" }), () => Intl.getCanonicalLocales("x_y"), () => Intl.supportedValuesOf("colour"), () => new Intl.Collator("en", { sensitivity: "none" }), () => "a".localeCompare("b", "?"), () => String.prototype.localeCompare.call(null)]) {
  try { console.log(attempt()) } catch (error) { console.log(error.name) }
}
