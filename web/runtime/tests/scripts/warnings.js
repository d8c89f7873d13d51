const { a: { b }, ...others } = { a: { b: 1 }, c: 2 }; others
// cell
const first = 1; /* 😀 */ const [{ x: [y], ...z }] = [{ x: [1], w: 2 }]; await z
// cell
const { a, c: d, ...rest } = { a: 1, c: 2, e: 3 }; rest
