const error = new TypeError("inside", { cause: "cause" })
error.code = 7
console.log({ error: error.message, list: [error.code] })
console.log(Object.keys(error))
