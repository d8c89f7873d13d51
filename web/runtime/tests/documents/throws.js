export const before = 1

function deep() {
  throw new TypeError('in a module')
}
deep()
