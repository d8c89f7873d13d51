const { checks } = require("plugin:examples:failing")
function check(values) {
  return values.map((value) => checks.requirePositive(value))
}
console.log(check([1, 2.5]))
check([1, -3])
