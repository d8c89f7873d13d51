const log = []
const proxy = new Proxy({ real: 1 }, {
  get: (target, key) => (key in target ? target[key] : `no ${String(key)}`),
  has: () => true,
  set(target, key, value) {
    log.push(`${key}=${value}`)
    target[key] = value
    return true
  },
  deleteProperty: () => false,
  ownKeys: () => ["real", "b"],
})
proxy.b = 2
console.log(proxy.real, proxy.missing, "anything" in proxy, log.join(), Object.keys(proxy).join(), Reflect.deleteProperty(proxy, "b"))
const { proxy: revocable, revoke } = Proxy.revocable({}, {})
revoke()
try {
  revocable.a
} catch (error) {
  console.log(error.name)
}
