function endless() { return endless() + 1 }
endless()
