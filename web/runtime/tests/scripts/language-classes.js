class Shape {
  #sides
  static count = 0
  constructor(sides) {
    this.#sides = sides
    Shape.count++
  }
  get sides() {
    return this.#sides
  }
  static isShape(value) {
    return #sides in value
  }
}
class Square extends Shape {
  constructor() {
    super(4)
  }
  toString() {
    return `square of ${super.sides}`
  }
}
console.log(`${new Square()}`, Shape.count, Shape.isShape(new Square()), Shape.isShape({}))
