const grade = (score) => score >= 90 ? "A" : score >= 80 ? "B" : "C"
console.log(grade(95), grade(85), grade(10), (null || undefined) ?? "fallback", 0 || null || "last", 1 && "and" && 2)
