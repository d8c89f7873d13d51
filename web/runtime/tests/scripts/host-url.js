const url = new URL("../b c?q=ü&q=2#top", "https://user:pw@example.org:8443/a/x")
for (const part of ["href", "origin", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash"]) {
  console.log(part, url[part])
}
url.searchParams.append("r", "a&b")
console.log(url.search, url.searchParams.get("q"), url.searchParams.getAll("q"), url.searchParams.size)
url.search = "?x=1"
console.log([...url.searchParams], String(url), JSON.stringify({ url }))
url.port = "443"
url.hash = ""
url.protocol = "nonsense:"
console.log(url.href)
console.log(URL.canParse("nope"), URL.canParse("/x", "http://a"), URL.parse("nope"), URL.parse("http://ä.example/").href)
for (const attempt of [() => new URL("nope"), () => new URL("/x", "nope"), () => new URL(), () => URL("http://a"), () => URL.prototype.href]) {
  try {
    attempt()
  } catch (error) {
    console.log(String(error))
  }
}
const params = new URLSearchParams("?b=2&a=1&b=3&c=%F0%9F%98%80+x")
params.sort()
console.log(params.toString(), params.has("b", "3"), params.has("b", "4"))
params.delete("b", "2")
params.set("a", 5)
console.log([...params.keys()], [...params.values()], Object.prototype.toString.call(params.entries()))
params.forEach((value, name, all) => console.log(name, value, all === params))
console.log(String(new URLSearchParams({ a: 1, b: "x y" })), String(new URLSearchParams([["a", 1], ["a", 2]])), String(new URLSearchParams(params)))
try {
  new URLSearchParams([["alone"]])
} catch (error) {
  console.log(String(error))
}
console.log(url instanceof URL, Object.prototype.toString.call(url), class extends URL {})
class Own extends URL {
  get short() {
    return this.host
  }
}
new Own("http://own.example/").short
