class Point { #secret = 1; constructor(x) { this.x = x } }
class Named extends Point { name = "n" }
;[new Point(1), new Named(2), Object.create(Point.prototype), Object.create(null), new (class {})()]
