const order = []
const push = (text) => () => order.push(text)
;(async () => { await undefined; order.push("await") })()
;(async () => { await new Promise((done) => done()); order.push("await promise") })()
Promise.resolve().then(push("then 1")).then(push("then 2")).then(push("then 3"))
;(async () => { return Promise.resolve() })().then(push("return promise"))
Promise.resolve().then().then().then().then().then().then(() => console.log(order.join(", ")))
