const dayjs = require("../node_modules/dayjs/dayjs.min.js");
const day = dayjs(new Date(2024, 1, 29, 12, 34, 56));
console.log(day.format("YYYY-MM-DD HH:mm:ss"), day.add(1, "month").format("MMM D"), day.diff(dayjs(new Date(2024, 0, 1)), "day"));
