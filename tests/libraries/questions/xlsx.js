const XLSX = require("../node_modules/xlsx/dist/xlsx.full.min.js");
const sheet = XLSX.utils.aoa_to_sheet([["name", "n"], ["a", 1], ["b", 2.5]]);
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, sheet, "S");
const bytes = XLSX.write(book, { type: "array", bookType: "xlsx" });
const back = XLSX.read(bytes, { type: "array" });
console.log(XLSX.utils.sheet_to_csv(back.Sheets.S), JSON.stringify(XLSX.utils.sheet_to_json(back.Sheets.S)));
