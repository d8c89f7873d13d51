for (const name of ["", "x", 5, null, undefined, {}]) {
  try {
    require(name)
    console.log("found")
  } catch (error) {
    console.log(error instanceof Error, error.message.split(" (available")[0].replace(/, such as '.*?'/, ""))
  }
}
