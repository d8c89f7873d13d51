let caught = 0
for (let i = 0; i < 300000; i++) {
  try { (() => { throw i })() } catch (error) { caught += error === i }
}
caught
