// Dictionaries: Map, Set and plain objects, with keys that are texts, numbers and objects.

function counted(count) {
  const seen = new Map();
  for (let i = 0; i < count; i++) {
    const key = `key ${(i * 7919) % 2_000}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  let sum = 0;
  for (const [key, times] of seen) sum += key.length * times;
  return sum;
}

function distinct(count) {
  const seen = new Set();
  for (let i = 0; i < count; i++) seen.add((i * i) % 10_007);
  for (let i = 0; i < 5_000; i++) if (seen.has(i)) seen.delete(i);
  return seen.size;
}

function grouped(count) {
  const groups = {};
  for (let i = 0; i < count; i++) {
    const name = "g" + (i % 500);
    (groups[name] ??= []).push(i);
  }
  let sum = 0;
  for (const name in groups) if (Object.hasOwn(groups, name)) sum += groups[name].length * name.length;
  return sum + Object.keys(groups).length + Object.entries(groups).at(-1)[1][0];
}

function remembered(count) {
  const objects = Array.from({ length: count }, (_, id) => ({ id }));
  const ranks = new WeakMap();
  objects.forEach((object, rank) => ranks.set(object, rank * 2));
  return objects.reduce((sum, object) => sum + ranks.get(object), 0);
}

function spread(count) {
  let state = { a: 1, b: 2, c: 3 };
  for (let i = 0; i < count; i++) {
    state = { ...state, [`k${i % 8}`]: i };
    delete state[`k${(i + 4) % 8}`];
  }
  return JSON.stringify(state).length;
}

function benchmark() {
  return [counted(80_000), distinct(150_000), grouped(80_000), remembered(40_000), spread(15_000)].join(" ");
}
