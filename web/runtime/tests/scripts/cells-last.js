[1, 2].map((n) => n * 2)
// cell
_[1]
// cell
throw new TypeError("kept")
// cell
_error.message
// cell
let _ = "mine"
// cell
5
// cell
_
