const self = { name: "self" }
self.self = self
self.list = [self]
self
// cell
const map = new Map()
map.set("map", map)
map
