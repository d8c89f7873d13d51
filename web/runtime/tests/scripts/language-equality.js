console.log(null == undefined, null == 0, "" == 0, "0" == false, [] == false, NaN == NaN, [1] == 1)
console.log(Object.is(NaN, NaN), Object.is(0, -0), 0 === -0, [NaN].includes(NaN), [NaN].indexOf(NaN))
