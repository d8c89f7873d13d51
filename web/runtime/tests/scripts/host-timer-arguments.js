setTimeout((...values) => console.log(values.join("+")), 1, "a", "b")
setTimeout(function () { console.log(typeof this) }, 2)
