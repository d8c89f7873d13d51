const pattern = /(/
