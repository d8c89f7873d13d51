const thenable = { then(resolve) { resolve("from then") } }
Promise.resolve(thenable).then((value) => console.log(value))
;(async () => console.log(await thenable))()
const self = Promise.resolve().then(() => self)
self.catch((error) => console.log(error.name))
