function open() {
  return [1, 2
