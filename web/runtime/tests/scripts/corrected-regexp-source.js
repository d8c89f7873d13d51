console.log(/a\/b/.source, new RegExp(/a\/b/.source, "g").test("a/b"), /https:\/\/x/.source, String(/https:\/\/x/))
console.log(new RegExp("a/b").source, new RegExp("a\\/b").source, new RegExp("a\\\\/b").source, new RegExp("/").source)
console.log(/[/\]/]\//.source, new RegExp("[/]").source, new RegExp("\\[/]").source, /[\\]\//.source)
console.log(new RegExp("\n\r\u2028").source, new RegExp("").source, /(?:)/.source, /\ud800\/💡/.source.length)
console.log([/a\/b/gi, /[/]\/\\\//y])
for (const re of [/a\/b/, /[/\]/]\//, /\\\//, new RegExp("/[/]\\/")]) console.log(new RegExp(re.source).source === re.source, eval(`/${re.source}/`).source === re.source)
// cell
const { get, set, ...flags } = Object.getOwnPropertyDescriptor(RegExp.prototype, "source")
console.log(get.name, get.length, set, flags, String(get), "prototype" in get)
console.log(RegExp.prototype.source, get.call(RegExp.prototype), RegExp.prototype.toString.call({ source: "a/b", flags: "" }))
for (const attempt of [() => get.call({}), () => get.call(1), () => new get()]) {
  try { console.log(attempt()) } catch (error) { console.log(String(error)) }
}
