const keepers = []
for (const n of [1, 2, 3]) keepers.push(() => n)
// cell
keepers.map((keep) => keep())
