console.log(btoa(""), btoa("a"), btoa("ab"), btoa("abc"), btoa("\x00\xff"), atob("YWI="), atob("YWI"), atob(" Y W I = "))
for (const attempt of [() => btoa("ü€"), () => atob("===="), () => atob("a")]) {
  try {
    attempt()
    console.log("nothing")
  } catch (error) {
    console.log(error.name, error.code)
  }
}
