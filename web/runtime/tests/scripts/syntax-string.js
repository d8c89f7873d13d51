log(1)
let s = 'it never ends
log(2)
