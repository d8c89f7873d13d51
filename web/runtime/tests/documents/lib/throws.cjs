exports.before = 1

null.x
