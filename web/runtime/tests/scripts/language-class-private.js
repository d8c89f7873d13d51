class Account {
  #balance = 0
  #check(amount) {
    if (amount < 0) throw new RangeError("negative")
  }
  static #made = 0
  static make() {
    Account.#made++
    return new Account()
  }
  static get made() {
    return Account.#made
  }
  deposit(amount) {
    this.#check(amount)
    this.#balance += amount
    return this.#balance
  }
}
const account = Account.make()
console.log(account.deposit(5), account.deposit(6), Account.made, JSON.stringify(account))
try {
  account.deposit(-1)
} catch (error) {
  console.log(error.name, error.message)
}
