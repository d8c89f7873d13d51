const { add } = require('./count.cjs')
add()
module.exports = { twice: () => add() * 2, self: require('../lib/uses.cjs') }
