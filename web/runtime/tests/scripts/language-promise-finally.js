Promise.resolve("kept").finally(() => "ignored").then((value) => console.log(value))
Promise.reject("reason").finally(() => {}).catch((reason) => console.log(reason))
Promise.resolve().finally(() => { throw "replaced" }).catch((reason) => console.log(reason))
