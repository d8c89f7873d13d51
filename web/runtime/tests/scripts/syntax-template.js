const closed = `one
two`
const open = `three
four
