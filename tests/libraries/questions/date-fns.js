const { addMonths, format, differenceInDays, parseISO } = require("date-fns");
console.log(format(addMonths(new Date(2024, 0, 31), 1), "yyyy-MM-dd EEEE"), differenceInDays(new Date(2024, 2, 1), new Date(2024, 1, 1)));
