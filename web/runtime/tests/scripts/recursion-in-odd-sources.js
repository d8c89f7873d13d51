// Characters of two code units, and of one that takes more bytes, stand before the functions on their lines.
const emoji = "😀😀", wide = () => wide(), smile = "😀", joined = (s) => s + s, umlaut = "äö", after = (n) => n ? after(n) : "ü" + n
const caught = (f) => { try { return f() } catch (error) { return error.message } }
console.log(caught(wide), joined("😀"), caught(() => after(1)))
// cell
	const tabbed = () => {	tabbed() }
const spaced = ( ) =>
			 spaced ( )
const commented = () /* a */ => /* b */ commented(1)
const bodied = () => /* b */ { /* c */ bodied(1) }
function directed() { 'use strict'
  directed() }
function twoDirectives() { "one"; 'two'; /* three */ return twoDirectives() }
var named = function () { return named() }, [first = () => first()] = []
label: for (const f of [tabbed, spaced, commented, bodied, directed, twoDirectives, named, first]) {
  console.log(f.name, caught(f))
  continue label
}
// cell
const made = { async later() { return await this.later() }, *[Symbol.iterator]() { yield* [...made] }, ["com" + "puted"]() { return this.computed() } }
console.log(await made.later().catch((error) => error.message), caught(made.computed.bind(made)))
caught(() => [...made]).startsWith("Maximum call stack size exceeded")
// cell
class Odd { static #hidden() { return Odd.#hidden() } static { this.open = () => Odd.#hidden() } static get self() { return Odd.self } set it(x) { this.it = x } }
console.log(caught(Odd.open), caught(() => Odd.self), caught(() => { new Odd().it = 1 }))
// cell
class Nested { inner = new Nested() }
class Hidden { #inner = new Hidden() }
class Named { list = [class { }].concat(); made = class { }; f = (() => () => 1)() }
console.log(caught(() => new Nested()), caught(() => new Hidden()), new Named().made.name, new Named().list.length, new Named().f())
// cell
with ({ check: 1 }) { var inWith = (n) => n ? inWith(n - 1) : check }
inWith(3)
