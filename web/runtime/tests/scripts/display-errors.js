for (const attempt of [() => display.image("nope"), () => display.svg(5), () => display.bar("x"), () => display.table(1)]) {
  try {
    attempt()
    console.log("shown")
  } catch (error) {
    console.log(error.name)
  }
}
