console.log([+"", +" 12 ", +"0x1f", +"1e3", +"1_000", +null, +undefined, +true, +[], +[5], +[1, 2], +{}].join())
console.log([String(null), String([1, [2, null]]), String({}), String(Symbol("s")), String(-0), `${1e21}`, `${1e-7}`].join(" "))
console.log(parseInt("12px"), parseInt("0x1f"), parseInt("101", 2), parseFloat("3.14abc"), Number("12px"), parseInt("z", 36))
