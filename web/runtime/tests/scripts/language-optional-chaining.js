const user = { name: "Ada", address: null, greet() { return this.name } }
let calls = 0
console.log(user?.name, user.address?.city, user.missing?.(calls++), user.greet?.(), user["address"]?.[calls++], calls)
console.log(delete user?.name, user.name, null?.a.b.c)
