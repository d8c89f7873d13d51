console.log("text", ["text"], { text: "text" })
console.log(null, undefined, true, 1, -0, 1n, Symbol("s"))
console.log([], {}, [[]], [{}])
console.log(() => {}, class A {}, function f() {})
