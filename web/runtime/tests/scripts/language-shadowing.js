const name = "outer"
{
  const name = "block"
  console.log(name)
}
const inner = (name) => name
console.log(name, inner("parameter"))
