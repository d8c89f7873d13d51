[[], [1, 2], [[[[[1]]]]], [1, , 3], Object.assign([1], { extra: true }), new Array(3)]
