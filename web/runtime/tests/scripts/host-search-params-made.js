console.log(String(new URLSearchParams({ a: 1, b: [2, 3], c: "x y" })), String(new URLSearchParams([["k", "v"], ["k", "w"]])), String(new URLSearchParams("?q=1")), String(new URLSearchParams(new Map([["m", "~!*'()"]]))))
try {
  new URLSearchParams([["only one"]])
} catch (error) {
  console.log(error.name)
}
