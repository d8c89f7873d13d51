const known = 1
console.log(known)
unknown + known
