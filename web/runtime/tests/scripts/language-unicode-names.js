const größe = 1, π = Math.PI, $_ = 2, \u{61}b = 3
console.log(größe + $_ + ab, π.toFixed(2), "\u{1F600}".length, "\x41\u0042\101".length)
