const f = () => {
  try {
    return "try"
  } finally {
    console.log("finally runs")
  }
}
const g = () => {
  for (;;) {
    try {
      throw "lost"
    } finally {
      break
    }
  }
  return "after"
}
const h = () => {
  try {
    return "first"
  } finally {
    return "second"
  }
}
console.log(f(), g(), h())
