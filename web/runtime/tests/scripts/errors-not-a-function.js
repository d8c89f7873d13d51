const settings = { debug: true }
settings.debug()
