const moment = require("../node_modules/moment/min/moment.min.js");
const day = moment.utc("2024-02-29T12:34:56Z");
console.log(day.format("dddd, MMMM Do YYYY, h:mm:ss a"), day.add(1, "year").format("YYYY-MM-DD"));
console.log(moment.utc("12-25-1995", "MM-DD-YYYY").toISOString(), moment.duration(90, "minutes").humanize());
