const JSZip = require("../node_modules/jszip/dist/jszip.min.js");
const zip = new JSZip();
zip.file("a.txt", "hello ".repeat(50), { date: new Date(Date.UTC(2024, 0, 1)) });
zip.folder("d").file("b.txt", "x");
zip.generateAsync({ type: "uint8array", compression: "DEFLATE" }).then(async (bytes) => {
  const back = await JSZip.loadAsync(bytes);
  console.log(Object.keys(back.files).join(), (await back.file("a.txt").async("string")).length, bytes.length < 600);
});
