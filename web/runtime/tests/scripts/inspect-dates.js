[new Date(0), new Date(NaN), /a+/gi, new Error("e").message]
