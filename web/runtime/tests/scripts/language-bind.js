function add(a, b, c) {
  return [this.base, a, b, c].join()
}
const bound = add.bind({ base: 1 }, 2)
console.log(bound(3, 4), bound.name, bound.length, "prototype" in bound)
