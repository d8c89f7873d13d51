const fail = async () => {
  throw new TypeError("async")
}
fail().catch((error) => console.log("catch", error.name))
;(async () => {
  try {
    await fail()
  } catch (error) {
    console.log("try", error.message)
  } finally {
    console.log("finally")
  }
})()
