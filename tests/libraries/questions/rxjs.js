const { from, of, map, filter, reduce, mergeMap, zip, toArray, delay } = require("../node_modules/rxjs/dist/bundles/rxjs.umd.min.js");
from([1, 2, 3, 4]).pipe(filter((n) => n % 2 === 0), map((n) => n * n), reduce((a, b) => a + b)).subscribe((n) => console.log("sum", n));
zip(of(1, 2), of("a", "b")).pipe(toArray()).subscribe((pairs) => console.log(JSON.stringify(pairs)));
of("late").pipe(delay(5)).subscribe(console.log);
