async function* ticks() {
  yield 1
  yield Promise.resolve(2)
  try {
    yield 3
  } finally {
    console.log("closed")
  }
}
;(async () => {
  for await (const tick of ticks()) {
    console.log(tick)
    if (tick === 3) break
  }
})()
