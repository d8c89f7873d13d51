setTimeout(function tick() {
  null.x
}, 1)
console.log("scheduled")
