const { DateTime, Duration, Interval } = require("luxon");
const day = DateTime.fromISO("2024-02-29T12:34:56Z", { zone: "utc" });
console.log(day.plus({ years: 1 }).toISODate(), day.toFormat("yyyy MM dd HH:mm"), Duration.fromMillis(5400000).toISO());
console.log(Interval.fromDateTimes(day, day.plus({ days: 3 })).length("days"), day.startOf("week").toISODate());
