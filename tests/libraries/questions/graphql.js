const { graphqlSync, buildSchema, parse, print } = require("graphql");
const schema = buildSchema("type Query { hello(name: String = \"x\"): String, list: [Int!]! }");
console.log(JSON.stringify(graphqlSync({ schema, source: "{ hello(name: \"y\") list }", rootValue: { hello: ({ name }) => "hi " + name, list: [1, 2] } })));
console.log(JSON.stringify(graphqlSync({ schema, source: "{ nope }" }).errors.map((error) => error.message)), print(parse("{a(x:1){b}}")));
