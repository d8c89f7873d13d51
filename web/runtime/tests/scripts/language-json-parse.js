console.log(JSON.parse('{"a":[1,2,{"b":null}]}', (key, value) => (typeof value === "number" ? value * 2 : value)).a.join())
console.log(JSON.parse("1e3"), JSON.parse('"\\u00fc"'), JSON.parse(" [ ] ").length, Object.keys(JSON.parse('{"__proto__": 1, "b": 2}')).join())
for (const text of ["", "{'a': 1}", "[1,]", "01", "NaN", '"\n"', "{} x"]) {
  try {
    JSON.parse(text)
    console.log("parsed")
  } catch (error) {
    console.log(error.name)
  }
}
