const kind = (value) => {
  switch (value) {
    case 1:
    case 2:
      return "small"
    default:
      return "other"
    case NaN:
      return "never"
    case "1":
      return "text"
  }
}
console.log(kind(1), kind(2), kind("1"), kind(NaN))
