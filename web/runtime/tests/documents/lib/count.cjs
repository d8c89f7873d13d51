#!/usr/bin/env pontoon
let count = 0
exports.add = () => ++count
exports.here = [__filename, __dirname]
