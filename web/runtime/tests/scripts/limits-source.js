let shallow = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]; typeof shallow
// cell
let refused
try {
  eval("[".repeat(200_000) + "]".repeat(200_000))
} catch (error) {
  refused = error
}
String(refused)
// cell
[new Function("a", "return " + "a+".repeat(500) + "a")(1), Function("return " + "(".repeat(20) + "1" + ")".repeat(20))()]
