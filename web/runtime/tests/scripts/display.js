display.table([{ name: "Ada", age: 36 }, { name: "Alan", age: 41, city: "London" }, 7], { title: "People" })
display.table(new Map([["a", [1, 2]], ["b", [3]]]), { columns: ["1"] })
display.tree({ deep: [new Map([["k", { v: 1 }]])] }, { title: "Tree" })
display({ plain: true })
display([{ a: 1 }])
display.line([1, 3, null, 2, 8], { title: "Load" })
display.line({ up: [1, 2, 3], down: new Float64Array([3, 2, 1]) })
display.scatter([[0, 1], [2.5, 4], { x: 3, y: 9n }])
display.bar({ apples: 3, pears: 5, plums: -1 })
display.bar([{ day: "Mon", rain: 2, sun: 5 }, { day: "Tue", rain: 4, sun: 1 }], { x: "day", y: ["rain", "sun"] })
const png = atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
const bytes = Uint8Array.from(png, (character) => character.charCodeAt(0))
display.image(bytes, { title: "one pixel" })
display.image(btoa(png))
display(`data:image/png;base64,${btoa(png)}`)
display.image("data:image/svg+xml,%3Csvg%20width='5'%3E%3C/svg%3E")
display.svg("<?xml version='1.0'?><svg width='10'><circle r='5'/></svg>", { title: "dot" })
display.html("<h1>Hello</h1>", { height: 1e9 })
console.group("group")
display.bar([1])
console.groupEnd()
for (const attempt of [
  () => display(),
  () => display.table(5),
  () => display.table([], "title"),
  () => display.image("not an image"),
  () => display.image(new Uint8Array([1, 2, 3])),
  () => display.image({}),
  () => display.svg("<b>"),
  () => display.svg(5),
  () => display.html(5),
  () => display.html("x", { height: "tall" }),
  () => display.line(),
  () => display.line("123"),
  () => display.line([]),
  () => display.line([1, "2"]),
  () => display.line({ a: [1], b: 2 }),
  () => display.scatter([[NaN, 1]]),
  () => display.bar({ a: "x" }),
  () => display.line(new Array(10_001).fill(1)),
  () => console.table([1], "name"),
]) {
  try {
    attempt()
    console.log("displayed")
  } catch (error) {
    console.log(String(error))
  }
}
