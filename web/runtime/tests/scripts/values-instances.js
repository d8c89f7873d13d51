const { call } = require("plugin:misbehaving")
class Point {
  constructor() { this.x = 1 }
  get double() { return 2 }
}
console.log(call(new Point()), call({ get computed() { return 3 } }), call(new String("boxed")), call(Object.create({ inherited: 1 })))
