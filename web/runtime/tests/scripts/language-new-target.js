function Maker() {
  return new.target === undefined ? "called" : { made: new.target === Maker }
}
console.log(Maker(), new Maker().made, Reflect.construct(Maker, [], Array).made)
