const attempts = [() => null.x, () => undefined(), () => nowhere, () => new Array(-1), () => decodeURIComponent("%"), () => eval("{"), () => (1).toFixed(101), () => [].reduce((a) => a), () => Symbol() + 1, () => ({}) instanceof 5, () => "a" in "abc", () => new 5(), () => { const c = 1; c = 2 }, () => BigInt(0.1), () => structuredClone(() => {})]
console.log(attempts.map((attempt) => {
  try {
    attempt()
    return "nothing"
  } catch (error) {
    return error.name
  }
}).join(" "))
