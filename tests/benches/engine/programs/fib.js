// Calls: one small function, again and again.

function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

function benchmark() {
  return fib(28);
}
