const date = new Date(Date.UTC(2024, 5, 1, 10, 5, 9, 7))
const UTC = { timeZone: "UTC" }
console.log(date.toLocaleString("en-US", UTC), "|", date.toLocaleDateString("en-US", UTC), "|", date.toLocaleTimeString("en-US", UTC), "|", date.toLocaleDateString(undefined, UTC))
for (const dateStyle of ["full", "long", "medium", "short"]) for (const timeStyle of [undefined, "full", "short"]) console.log(date.toLocaleString("en-US", { ...UTC, dateStyle, timeStyle }))
for (const options of [{ weekday: "long", year: "numeric", month: "long", day: "numeric" }, { year: "numeric", month: "short", day: "2-digit" }, { month: "long", year: "numeric" }, { weekday: "short" }, { month: "2-digit", day: "2-digit" }, { year: "2-digit", month: "numeric", day: "numeric" }, { era: "short", year: "numeric" }, { month: "long", day: "numeric", hour: "numeric", minute: "2-digit" }])
  console.log(date.toLocaleDateString("en-US", { ...UTC, ...options }))
for (const options of [{ hour: "2-digit", minute: "2-digit" }, { hour: "numeric" }, { hour12: false }, { hourCycle: "h23", hour: "2-digit", minute: "2-digit" }, { minute: "numeric", second: "numeric", fractionalSecondDigits: 3 }, { hour: "numeric", dayPeriod: "short" }, { timeZoneName: "short" }, { hour: "numeric", timeZoneName: "long" }])
  console.log(date.toLocaleTimeString("en-US", { ...UTC, ...options }))
for (const timeZone of ["America/New_York", "Europe/Berlin", "Asia/Tokyo", "Australia/Sydney", "+05:30", "America/Los_Angeles"])
  console.log(timeZone, date.toLocaleString("en-US", { timeZone }), "|", date.toLocaleTimeString("en-US", { timeZone, timeZoneName: "short" }), "|", date.toLocaleTimeString("en-US", { timeZone, timeZoneName: "long" }))
console.log(new Date(Date.UTC(2024, 0, 1, 12)).toLocaleTimeString("en-US", { timeZone: "America/New_York", timeZoneName: "short" }), new Date(Date.UTC(-43, 2, 15)).toLocaleDateString("en-US", UTC), new Date(8.64e15).toLocaleDateString("en-US", UTC), new Date(NaN).toLocaleString())
// cell
const format = new Intl.DateTimeFormat("en-US", { ...UTC, dateStyle: "medium" })
console.log([date, new Date(0)].map(format.format).join("; "), JSON.stringify(format.formatToParts(date)))
console.log(JSON.stringify(format.resolvedOptions()), new Intl.DateTimeFormat("en-US", { timeZone: "europe/berlin" }).resolvedOptions().timeZone)
console.log(new Intl.DateTimeFormat("en-US-u-hc-h23", { ...UTC, hour: "numeric", minute: "numeric" }).format(date), Intl.DateTimeFormat("en-US", UTC).format(0), String(format))
const local = new Date(2024, 5, 1, 9, 30)
console.log(local.toLocaleString(), "|", local.toLocaleDateString(), "|", local.toLocaleTimeString())
for (const attempt of [() => date.toLocaleString("en-US", { timeZone: "Nowhere/City" }), () => date.toLocaleDateString("en-US", { timeStyle: "short" }), () => date.toLocaleString("en-US", { dateStyle: "short", hour: "numeric" }), () => format.format(NaN), () => date.toLocaleString("en-US", { month: "wide" }), () => Date.prototype.toLocaleString.call({})]) {
  try { console.log(attempt()) } catch (error) { console.log(error.name) }
}
console.log(date.toLocaleDateString.length, date.toLocaleTimeString.name)
// cell
const [start, end] = [Date.UTC(2024, 2, 5, 7, 8), Date.UTC(2024, 2, 7, 9)]
console.log(new Intl.DateTimeFormat("en-US", { ...UTC, dateStyle: "medium" }).formatRange(start, end), "|", new Intl.DateTimeFormat("en-US", { ...UTC, timeStyle: "short" }).formatRange(start, start + 3600000), "|", new Intl.NumberFormat("en-US").formatRange(1, 3))
console.log(JSON.stringify(new Intl.DateTimeFormat("en-US", UTC).formatRangeToParts(start, start)))
