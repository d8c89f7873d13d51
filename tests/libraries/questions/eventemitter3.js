const EventEmitter = require("../node_modules/eventemitter3/dist/eventemitter3.umd.min.js");
const bus = new EventEmitter();
bus.on("a", (x) => console.log("a", x)).once("a", () => console.log("once"));
console.log(bus.emit("a", 1), bus.emit("a", 2), bus.listenerCount("a"));
