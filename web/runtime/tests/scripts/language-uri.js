console.log(encodeURIComponent("a b&ü/😀"), encodeURI("http://x/a b?ü"), decodeURIComponent("%F0%9F%98%80"), decodeURI("%2f%41"))
try {
  encodeURIComponent("\ud800")
} catch (error) {
  console.log(error.name)
}
