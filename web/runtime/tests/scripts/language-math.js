console.log(Math.round(-0.5), Math.round(2.5), Math.trunc(-4.7), Math.sign(-3), Math.hypot(3, 4), Math.cbrt(27), Math.clz32(1), Math.fround(5.5))
console.log(Math.max(), Math.min(), Math.max(1, NaN), Math.atan2(1, 1).toFixed(4), Math.log2(8), Math.imul(0xffffffff, 5), Math.expm1(0))
