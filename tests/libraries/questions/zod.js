const { z } = require("zod");
const User = z.object({ name: z.string().min(2), age: z.number().int().optional(), tags: z.array(z.enum(["a", "b"])).default([]) });
console.log(JSON.stringify(User.parse({ name: "Al" })));
const wrong = User.safeParse({ name: "A", age: 1.5, tags: ["c"] });
console.log(wrong.success, wrong.error.issues.map((issue) => issue.path.join(".") + ": " + issue.code).join("; "));
