[3, 4]
// cell
_[0] + _[1]
// cell
_
// cell
throw new RangeError("kept")
// cell
[_error.name, _]
