const v = require("../node_modules/valibot/dist/index.min.cjs");
const schema = v.object({ email: v.pipe(v.string(), v.email()), n: v.optional(v.number(), 3) });
console.log(JSON.stringify(v.parse(schema, { email: "a@b.co" })), v.safeParse(schema, { email: "x" }).issues.map((issue) => issue.message).join());
