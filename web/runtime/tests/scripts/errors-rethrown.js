try {
  JSON.parse("{")
} catch (error) {
  console.log(error.name)
  throw error
}
