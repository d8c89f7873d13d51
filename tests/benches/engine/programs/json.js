// JSON: records there and back, compact, indented, revived and filtered.

function records(count) {
  return Array.from({ length: count }, (_, id) => ({
    id,
    name: `Person ${id} "the ${id % 7}th"`,
    email: `person.${id}@example.org`,
    active: id % 3 === 0,
    score: id / 7,
    tags: ["a", "b\n", "ü", String(id)],
    address: { street: "Main Street", number: id % 100, zip: null },
  }));
}

function benchmark() {
  const people = records(1_000);
  let sum = 0;
  for (let round = 0; round < 8; round++) {
    const text = JSON.stringify(people);
    const again = JSON.parse(text);
    sum += text.length + again[round].address.number + again.length;
  }
  sum += JSON.stringify(people, null, 2).length;
  sum += JSON.stringify(people, ["id", "name"]).length;
  const dated = JSON.parse(JSON.stringify(people), (key, value) => (key === "score" ? Math.round(value) : value));
  sum += dated.reduce((total, person) => total + person.score, 0);
  // Many small ones, as messages are.
  for (const person of people) {
    for (let i = 0; i < 3; i++) sum += JSON.parse(JSON.stringify({ i, tags: person.tags })).tags.length;
  }
  return sum;
}
