[Promise.resolve(1), new Promise(() => {}), Promise.resolve({ a: [1] })]
// cell
const rejected = Promise.reject("why")
rejected.catch(() => {})
rejected
