"use strict"
const attempts = [
  () => { undeclared = 1 },
  () => { Object.freeze([1]).push(2) },
  () => { delete Object.prototype },
  () => { "text".length = 1 },
  () => { (function () { this.x = 1 })() },
]
for (const attempt of attempts) {
  try {
    attempt()
    console.log("nothing")
  } catch (error) {
    console.log(error.name)
  }
}
