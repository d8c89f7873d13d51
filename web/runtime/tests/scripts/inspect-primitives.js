[1, -0, NaN, "text", 'it\'s "quoted"', true, null, undefined, 10n, Symbol("s"), Symbol()]
