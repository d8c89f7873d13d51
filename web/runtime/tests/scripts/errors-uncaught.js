const total = 1
throw new RangeError("too much")
