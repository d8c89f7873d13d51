const one = setTimeout(() => console.log("never"), 1)
const two = setTimeout(() => {
  console.log("two")
  clearTimeout(three)
}, 2)
const three = setTimeout(() => console.log("never either"), 15)
clearTimeout(one)
clearTimeout(null)
clearTimeout("nonsense")
