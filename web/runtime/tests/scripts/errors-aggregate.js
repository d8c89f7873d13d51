await Promise.any([Promise.reject(new TypeError("first")), Promise.reject("second")])
