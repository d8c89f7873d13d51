const limit = 3
function descend(level) {
  if (level === limit) {
    throw new RangeError(`level ${level}`)
  }
  descend(level + 1)
}

descend(1)
