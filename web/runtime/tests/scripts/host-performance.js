const start = performance.now()
for (let i = 0; i < 1e4; i++);
const end = performance.now()
console.log(end >= start, end - start < 60_000, Number.isFinite(performance.timeOrigin), Math.abs(performance.timeOrigin + performance.now() - Date.now()) < 60_000)
