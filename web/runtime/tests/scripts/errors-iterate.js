const [first] = 5
