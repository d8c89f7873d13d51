console.log(2n ** 64n, -7n / 2n, -7n % 2n, BigInt("0xff"), typeof 1n, 1n == 1, 1n === 1, 2n > 1, BigInt.asUintN(8, 257n))
console.log((123456789012345678901234567890n).toString(36), BigInt(Number.MAX_SAFE_INTEGER) + 2n)
for (const attempt of [() => 1n + 1, () => BigInt(1.5), () => 1n / 0n, () => BigInt("x"), () => Math.max(1n), () => +1n]) {
  try {
    attempt()
  } catch (error) {
    console.log(error.name)
  }
}
