console.log("before")
throw { reason: "plain" }
