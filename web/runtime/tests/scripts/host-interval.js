let ticks = 0
const interval = setInterval((step) => {
  ticks += step
  console.log("tick", ticks)
  if (ticks === 6) clearInterval(interval)
}, 1, 2)
