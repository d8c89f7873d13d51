// Everyday forms, and what is none. Times without a zone are local ones.
const texts = ["2024-06-01 10:00:00", "2024/06/01", "06/01/2024", "June 1, 2024", "1 June 2024", "Dec 25, 1995", "Sat Jun 01 2024", "Sat, 01 Jun 2024 10:00:00 GMT", "Sat Jun 01 2024 10:00:00 GMT+0200 (Central European Summer Time)", "Jan 5", "6/1", "5", "June 2024", "2024-6-1", "2024-06-01T10:00:00.1234567Z", "2024-06-01T10:00:00.5Z", "2024-06-01T10:00:00+0530", "2024-06-01 10:00Z", "2024-06-01 10:00 UTC", "6/1/2024, 10:05:09 PM", "6/1/2024, 12:00:00 AM", "6/1/2024 12:00 pm", "10:00 6/1/2024", "1/2/03", "1/2/49", "1/2/50", "1/2/99", "1/2/100", "2024-02-30 10:00", "13/1/2024", "1/32/2024", "foo 2024", "foo-bar 2014", "2014 foo", "Thu, 01 Jan 1970 00:00:00 GMT+0200", "Thu, 01 Jan 1970 00:00:00 EST", "1 Jan 2024 (comment (nested)) 10:00", "1 Jan 2024 )", "10:00", "2024-06-01T24:00", "2024-06-01 24:00", "2024-06-01 24:01", "2024-06-01 10:00:00.123", "2024-06-01 10:00:00.1239", "2024-06-01 10:00:00,5", "12:30:45 Jan 2 2024", "Jan 2 2024 12::30", "Mon, 25 Dec 1995 13:30:00 +0430", "1995-12-17 03:24", "20240601", "2024 06 01", "2024.06.01", "01.06.2024", "1-Jan-2024", "Jan-01-2024", "Septembre 5 2020", "mayday 5 2020", "", " ", "x", "2024-06-01T10:00:00z", "2024-06-01t10:00:00Z", "2024-06 10:00", "2024T10:00", "2024-06-01T", "2024-06-01T10", "Tue Mar 01 2022 00:00:00 GMT-0800 (PST)", "2024-06-01 10:00 -8", "2024-06-01 10:00-08:00", "2024-06-01 10:00 GMT-8", "2024-06-01 10:00+12345", "2024-06-01 10", "1 2 3 4", "June 1 2 3 4", "12/25/1995 1:2:3", "12/25/1995 1:2:3 am", "12/25/1995 13:00 am", "12/25/1995 0:30 pm", "é 5 2020", "5é 2020", "999999999999", "2024-06-01 10:60", "May 12 2024 EDT", "2024-06-01 10:00 Z+1", "UTC 2024-06-01", "2024-06-01  \t\n10:00", "June 1,2024", "1st June 2024", "June 1st, 2024", "Saturday, June 1, 2024", "Sat Jun 01 10:00:00 2024", "Sat Jun 01 10:00:00 UTC 2024", "2024-06-01T10:00:00.000000+00:00", "2024-W01-1", "2024-001", "1e3", "12/31/9999", "1/1/275760", "9/14/275760", "1/1/-1", "Jan 1 12345", "2024-06-01T10:00:00 GMT", "2024-06-01T10:00:00 +01:00", "2024-06-01T10:00:00.", "2024-06-01T10:00:00.Z", "2024-06-01 10:00:00 AM PM", "AM 1/2/2024", "1/2/2024 AM"]
const local = (date) => {
  const parts = [date.getMonth() + 1, date.getDate(), date.getHours(), date.getMinutes(), date.getSeconds()]
  return [date.getFullYear(), ...parts.map((part) => String(part).padStart(2, "0")), date.getMilliseconds()].join(" ")
}
for (const text of texts) {
  const time = Date.parse(text)
  const hasZone = /[Zz]$|GMT| UTC|EST|EDT|\+\d|[+-]\d\d:\d\d$| -8$/.test(text)
  const shown = Number.isNaN(time) ? "NaN" : hasZone ? new Date(time).toISOString() : local(new Date(time))
  if (!Object.is(time, new Date(text).getTime())) console.log("the constructor says something else", text)
  console.log(JSON.stringify(text), shown)
}
// cell
const constructed = new Date("June 1, 2024")
console.log(constructed.getFullYear(), constructed.getMonth(), constructed.getDate(), constructed.getHours())
console.log(Date.length, Date.name, String(Date), Date.prototype.constructor === Date, constructed instanceof Date, Object.prototype.toString.call(constructed))
console.log(Object.getOwnPropertyNames(Date).sort().join(), JSON.stringify({ ...Object.getOwnPropertyDescriptor(Date, "prototype"), value: 0 }), Object.keys(globalThis).includes("Date"))
class Day extends Date { get short() { return this.toISOString().slice(0, 10) } }
console.log(new Day("1 June 2024 12:00 UTC").short, new Day("1 June 2024") instanceof Day, Object.getPrototypeOf(Day) === Date)
console.log(typeof Date(), typeof Date("June 1, 2024"), new Date(constructed).getTime() === constructed.getTime(), new Date(2024, 5, 1).getTime() === constructed.getTime())
console.log(new Date(0).getTime(), new Date("0").getFullYear(), new Date(null).getTime(), new Date(undefined).getTime(), new Date({ valueOf: () => 5 }).getTime(), new Date({ toString: () => "June 1, 2024", valueOf: undefined }).getTime() === constructed.getTime())
console.log(Reflect.construct(Date, ["June 1, 2024"], Day) instanceof Day, Date.parse.length, Date.parse.name, Date.parse(), Date.parse({ toString: () => "1970" }))
let conversions = 0
new Date({ [Symbol.toPrimitive]: (hint) => { conversions += 1; return hint } })
for (const attempt of [() => new Date(Symbol()), () => Date.parse(Symbol()), () => new Date(1n), () => new Date.parse("")]) {
  try { console.log(attempt()) } catch (error) { console.log(String(error)) }
}
conversions
