// Regular expressions: searching, taking apart, replacing, with groups, classes and look-around.

function log(lines) {
  const levels = ["INFO", "WARN", "ERROR"];
  return Array.from({ length: lines }, (_, i) => {
    const time = `2026-0${1 + (i % 9)}-1${i % 10}T0${i % 10}:1${i % 6}:2${i % 10}Z`;
    return `${time} ${levels[i % 3]} [worker-${i % 16}] request /items/${i * 13}?q=a%20b took ${(i % 900) / 10} ms`;
  }).join("\n");
}

function benchmark() {
  const text = log(500);
  let sum = 0;
  const line = /^(?<date>\d{4}-\d{2}-\d{2})T(?<time>[\d:]+)Z (\w+) \[([^\]]+)\] .*?(\d+(?:\.\d+)?) ms$/gm;
  for (const match of text.matchAll(line)) {
    sum += Number(match[5]) + match.groups.date.length + match[4].length;
  }
  sum += text.match(/\bERROR\b/g).length;
  sum += text.replace(/\d+/g, (digits) => digits.length).length;
  sum += text.replace(/(\w+)-(\d+)/g, "$2-$1").length;
  sum += text.split(/\s+|[/?=]/).length;
  sum += (text.match(/(?<=took )\d+(?=\.)/g) ?? []).length;
  sum += (text.match(/(?:info|warn)\s+\[worker-1[0-5]\]/gi) ?? []).length;
  const identifier = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;
  for (const word of text.split(" ")) if (identifier.test(word)) sum++;
  return Math.round(sum);
}
