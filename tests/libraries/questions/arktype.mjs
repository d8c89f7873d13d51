import { type } from "arktype";
const user = type({ name: "string >= 2", "age?": "number.integer" });
console.log(JSON.stringify(user({ name: "Al" })), String(user({ name: "A", age: 1.5 })));
