const sticky = /a/y
console.log(sticky.test("aab"), sticky.lastIndex, sticky.test("aab"), sticky.test("aab"), sticky.lastIndex)
const global = /o/g
console.log(global.test("foo"), global.lastIndex, "foo".search(/o/))
