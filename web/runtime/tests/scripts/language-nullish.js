const settings = { zero: 0, empty: "", none: null }
console.log(settings.zero ?? 1, settings.empty ?? 2, settings.none ?? 3, settings.missing ?? 4)
settings.none ??= "filled"
settings.zero ||= "replaced"
settings.empty &&= "kept out"
console.log(JSON.stringify(settings))
