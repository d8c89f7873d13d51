class A {}
for (const attempt of [() => A(), () => new (class extends A { constructor() {} })(), () => new (() => {})(), () => new (class extends null {})()]) {
  try {
    attempt()
    console.log("made")
  } catch (error) {
    console.log(error.name)
  }
}
