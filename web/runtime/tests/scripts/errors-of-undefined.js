const user = {}
user.address.city
