const yup = require("yup");
const schema = yup.object({ a: yup.string().required(), n: yup.number().positive().integer() });
schema.validate({ a: "", n: -1.5 }, { abortEarly: false }).catch((error) => console.log(error.name, error.errors.sort().join("; ")));
console.log(JSON.stringify(schema.cast({ a: 1, n: "2" })));
