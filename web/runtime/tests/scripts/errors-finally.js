try {
  throw new Error("first")
} finally {
  console.log("finally")
}
