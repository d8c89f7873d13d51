const date = new Date(Date.UTC(2026, 1, 30, 12, 34, 56, 789))
console.log(date.toISOString(), date.getTime(), date.getUTCDay(), JSON.stringify(date), +new Date("2026-11-22"))
console.log(new Date("nonsense").getTime(), new Date(8.64e15).toISOString(), isNaN(new Date(8.64e15 + 1)), Date.parse("2026-11-22T00:00:00+01:00"))
try {
  new Date(NaN).toISOString()
} catch (error) {
  console.log(error.name)
}
