// Loops and numbers: integers, bits and fractions in local variables, nothing allocated.

function collatz(limit) {
  let longest = 0;
  for (let start = 1; start < limit; start++) {
    let steps = 0;
    for (let n = start; n !== 1; steps++) {
      n = n % 2 === 0 ? n / 2 : 3 * n + 1;
    }
    longest = Math.max(longest, steps);
  }
  return longest;
}

function shuffledBits(rounds) {
  let state = 2463534242;
  let sum = 0;
  for (let i = 0; i < rounds; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    sum = (sum + (state & 0xff)) | 0;
  }
  return sum;
}

function mandelbrot(size) {
  let inside = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const cr = (2 * x) / size - 1.5;
      const ci = (2 * y) / size - 1;
      let zr = 0;
      let zi = 0;
      let i = 0;
      while (i < 50 && zr * zr + zi * zi < 4) {
        const next = zr * zr - zi * zi + cr;
        zi = 2 * zr * zi + ci;
        zr = next;
        i++;
      }
      if (i === 50) inside++;
    }
  }
  return inside;
}

function benchmark() {
  return `${collatz(12_000)} ${shuffledBits(400_000)} ${mandelbrot(130)}`;
}
