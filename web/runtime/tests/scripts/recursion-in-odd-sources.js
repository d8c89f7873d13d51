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
// Begun where nothing is checked.
const o = { get x() { return this.x }, set y(value) { this.y = value }, toJSON() { return JSON.stringify(o) } }
const p = new Proxy({}, { get(target, key) { return Reflect.get(p, key) } })
class Field { inner = new Field() }
try { o.x } catch (error) { console.log(error.message) }
try { o.y = 1 } catch (error) { console.log(error.message) }
try { JSON.stringify(o) } catch (error) { console.log(error.message) }
try { p.x } catch (error) { console.log(error.message) }
try { new Field() } catch (error) { console.log(error.message) }
// cell
function defaults(a = defaults()) {}
const bare = (a = bare()) => a
function inner({ a } = inner()) { return a }
for (const f of [defaults, bare, inner]) console.log(f.name, caught(f))
class Fields { #x = class { }; ["a"] = ([b]) => b; 1 = class { }; #y = (a = [].concat()) => a; names() { return [this.#x, this.a, this[1], this.#y].map((one) => one.name) } }
new Fields().names()
// cell
with ({ check: 1 }) { var inWith = (n) => n ? inWith(n - 1) : check }
inWith(3)
