console.log("never printed")
call(1, 2
