const object = {
  [Symbol.toPrimitive](hint) {
    return hint === "number" ? 42 : `as ${hint}`
  },
}
console.log(+object, `${object}`, object + "", object * 2, object == "as default")
const old = { valueOf: () => 1, toString: () => "text" }
console.log(old + 1, `${old}`, old > 0, [old] + "")
