let reads = 0
const object = { get counted() { return ++reads }, set counted(value) {}, plain: 1 }
console.log(object)
console.dir(object)
reads
