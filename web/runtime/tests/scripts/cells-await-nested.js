const f = (value) => value
await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await await 1
// cell
await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(1))))))))))))))))))))))))))))))))
