// Strings: made piece by piece, looked into, cut, and put together again.

function words(count) {
  const syllables = ["pon", "toon", "bri", "dge", "flo", "at", "öl", "日本"];
  const made = [];
  let state = 7;
  for (let i = 0; i < count; i++) {
    let word = "";
    for (let j = 0; j <= i % 4; j++) {
      state = (state * 1103515245 + 12345) % 2147483648;
      word += syllables[state % syllables.length];
    }
    made.push(word);
  }
  return made;
}

function hash(text) {
  let value = 5381;
  for (let i = 0; i < text.length; i++) {
    value = ((value << 5) + value + text.charCodeAt(i)) | 0;
  }
  return value;
}

function capitalised(text) {
  return text
    .split(" ")
    .map((word) => word.slice(0, 1).toUpperCase() + word.substring(1))
    .join(" ");
}

function isPalindrome(word) {
  return word === [...word].reverse().join("");
}

function grown(length) {
  let text = "";
  for (let i = 0; i < length; i++) text += String.fromCharCode(97 + (i % 26));
  return text;
}

function benchmark() {
  const all = words(6_000);
  const text = capitalised(all.join(" "));
  let sum = hash(text);
  sum += all.filter(isPalindrome).length;
  sum += text.replaceAll("Pon", "Pontoon").length;
  for (const word of all) {
    if (word.startsWith("pon") && word.endsWith("toon")) sum += text.indexOf(word);
    sum += `${word}:${word.length}`.padEnd(20, ".").trimEnd().length;
  }
  return sum + hash(grown(60_000));
}
