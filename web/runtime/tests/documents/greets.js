import greeter, { greet } from 'plugin:examples:greeter'
export default greet('a') + greeter.strings.upper('b')
