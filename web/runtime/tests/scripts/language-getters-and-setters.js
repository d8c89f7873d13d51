const temperature = {
  celsius: 20,
  get fahrenheit() {
    return this.celsius * 1.8 + 32
  },
  set fahrenheit(value) {
    this.celsius = (value - 32) / 1.8
  },
}
temperature.fahrenheit = 212
console.log(temperature.celsius, temperature.fahrenheit)
