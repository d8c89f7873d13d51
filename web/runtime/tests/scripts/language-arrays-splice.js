const letters = ["a", "b", "c", "d"]
console.log(letters.splice(1, 2, "X", "Y", "Z").join(), letters.join(), letters.toSpliced(0, 1).join(), letters.splice(-1).join(), letters.length)
letters.length = 2
console.log(letters.join(), letters.unshift("first"), letters.shift(), letters.pop(), letters.push(1, 2))
