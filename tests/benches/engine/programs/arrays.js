// Arrays: filled, sorted, walked by index and by callback, dense and typed.

function numbers(count) {
  const made = [];
  let state = 42;
  for (let i = 0; i < count; i++) {
    state = (state * 16807) % 2147483647;
    made.push(state % 100_000);
  }
  return made;
}

function primes(limit) {
  const composite = new Uint8Array(limit);
  let count = 0;
  for (let i = 2; i < limit; i++) {
    if (composite[i]) continue;
    count++;
    for (let j = i * i; j < limit; j += i) composite[j] = 1;
  }
  return count;
}

function product(size) {
  const row = (r) => Array.from({ length: size }, (_, c) => (r * size + c) % 10);
  const a = Array.from({ length: size }, (_, r) => row(r));
  let trace = 0;
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      for (let j = 0; j < size; j++) {
        if (i === j) trace += a[i][k] * a[k][j];
      }
    }
  }
  return trace;
}

function queued(rounds) {
  const queue = [1, 2, 3];
  let sum = 0;
  for (let i = 0; i < rounds; i++) {
    queue.push(i);
    sum += queue.shift();
  }
  return sum;
}

function benchmark() {
  const list = numbers(20_000);
  const sorted = [...list].sort((a, b) => a - b);
  let sum = sorted[0] + sorted[10_000] * 3 + sorted[19_999];
  for (let round = 0; round < 4; round++) {
    sum += list
      .map((n) => n * 2)
      .filter((n) => n % 3 === 0)
      .reduce((total, n) => total + n, 0);
    sum += list.slice(100, 5_000).concat(list.slice(0, 100)).indexOf(list[99]);
    for (const [index, n] of list.entries()) if (n % 1_000 === 0) sum += index;
    list.forEach((n, index) => (sum += n ^ index));
  }
  const { length, [length - 1]: last } = sorted;
  return `${sum} ${last} ${primes(150_000)} ${product(60)} ${queued(20_000)}`;
}
