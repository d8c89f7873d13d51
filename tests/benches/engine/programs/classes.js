// Objects: classes that inherit, private fields, accessors, closures, generators and thrown errors.

class Shape {
  #name;
  static made = 0;

  constructor(name) {
    this.#name = name;
    Shape.made++;
  }

  get name() {
    return this.#name;
  }

  area() {
    return 0;
  }

  describe() {
    return this.name.length + this.area();
  }
}

class Circle extends Shape {
  constructor(radius) {
    super("circle");
    this.radius = radius;
  }

  area() {
    return Math.round(Math.PI * this.radius ** 2);
  }
}

class Box extends Shape {
  constructor(width, height) {
    super("box");
    Object.assign(this, { width, height });
  }

  area() {
    return this.width * this.height;
  }

  describe() {
    return super.describe() + 1;
  }
}

class Tree {
  left = null;
  right = null;

  constructor(value) {
    this.value = value;
  }

  insert(value) {
    const side = value < this.value ? "left" : "right";
    if (this[side]) this[side].insert(value);
    else this[side] = new Tree(value);
  }

  *[Symbol.iterator]() {
    if (this.left) yield* this.left;
    yield this.value;
    if (this.right) yield* this.right;
  }
}

function counter() {
  let count = 0;
  return { add: (n) => (count += n), get: () => count };
}

function caught(rounds) {
  let sum = 0;
  for (let i = 0; i < rounds; i++) {
    try {
      if (i % 3 === 0) throw new RangeError(`no ${i}`);
      sum++;
    } catch ({ message }) {
      sum += message.length;
    }
  }
  return sum;
}

function benchmark() {
  let sum = 0;
  for (let i = 0; i < 30_000; i++) {
    const shape = i % 2 ? new Circle(i % 50) : new Box(i % 20, 3);
    sum += shape.describe() + (shape instanceof Circle);
  }
  const tree = new Tree(500);
  for (let i = 0, value = 1; i < 2_000; i++) {
    value = (value * 1_103 + 331) % 1_009;
    tree.insert(value);
  }
  for (const value of tree) sum += value;
  const total = counter();
  for (let i = 0; i < 100_000; i++) total.add(i & 3);
  return `${sum} ${total.get()} ${caught(20_000)} ${Shape.made}`;
}
