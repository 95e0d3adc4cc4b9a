/** Words before a surname that do not count as its beginning. */
const particles = new Set(
  "von van vom zu zur zum de der den di da do du del della la le ten ter af av und y".split(" "),
);

/**
 * What a person is ordered by when the file does not say: `Clemens von Lützow` becomes `Lützow, Clemens von`. The surname is what
 * follows the last particle, else the last word.
 */
export function sortNameOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const particle = words.findLastIndex(
    (word, index) => index > 0 && index < words.length - 1 && particles.has(word),
  );
  const begin = particle === -1 ? words.length - 1 : particle + 1;
  const before = words.slice(0, begin).join(" ");
  const surname = words.slice(begin).join(" ");
  return before === "" ? surname : `${surname}, ${before}`;
}
