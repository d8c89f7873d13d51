const attempt = (name, act) => {
  try {
    console.log(name, "gave", typeof act())
  } catch (error) {
    console.log(name, error.name, "-", error.message)
  }
}
const chain = (length, first, link) => {
  let last = first
  for (let i = 0; i < length; i++) last = link(last)
  return last
}
const ways = {
  "proxies": [{}, (target) => new Proxy(target, {}), (end) => end.x],
  "revocable proxies": [{}, (target) => Proxy.revocable(target, {}).proxy, (end) => end.x],
  "handlers": [{}, (handler) => new Proxy({}, handler), (end) => end.x],
  "callable proxies": [() => 1, (target) => new Proxy(target, {}), (end) => end()],
  "bound functions": [() => 1, (target) => target.bind(null), (end) => end()],
  "prototypes": [{}, (proto) => Object.create(proto), (end) => end.x],
  "set prototypes": [{}, (proto) => Object.setPrototypeOf({}, proto), (end) => "x" in end],
  "reflected prototypes": [{}, (proto) => { const o = {}; Reflect.setPrototypeOf(o, proto); return o }, (end) => end.x],
  "assigned prototypes": [{}, (proto) => { const o = {}; o.__proto__ = proto; return o }, (end) => end.x],
  "proxies and prototypes": [{}, (proto) => Object.create(new Proxy(proto, {})), (end) => end.x],
  "iterators": [[1].values(), (inner) => inner.map((x) => x), (end) => end.next()],
}
for (const [name, [first, link, use]] of Object.entries(ways)) {
  attempt(name, () => use(chain(100, first, link)))
  attempt(name, () => use(chain(100_000, first, link)))
}
console.log(Proxy.name, Proxy.length, "prototype" in Proxy, Proxy.revocable.name, Object.create.length)
attempt("Proxy without new", () => Proxy({}, {}))
attempt("Proxy of nothing", () => new Proxy(1, {}))
attempt("Reflect.construct", () => Reflect.construct(Proxy, [{}, {}]))
attempt("class", () => class extends Proxy {})
const { proxy, revoke } = Proxy.revocable({ x: 1 }, {})
revoke()
attempt("revoked", () => proxy.x)
