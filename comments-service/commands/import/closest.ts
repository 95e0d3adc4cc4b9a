/** How many slugs are compared with one; and how many words of a slug count. */
const mostCompared = 500;
const mostWords = 50;

/**
 * Guesses which slug was meant: the one that shares most words, at least half of them; of equally near ones the first. The work for one has
 * a bound, however many there are: those are compared that share its rarest words, which say most.
 *
 * @returns a function that gives the id of the slug that is closest, or null
 */
export function closestAmong(
  known: readonly { id: string; slug: string }[],
): (slug: string) => string | null {
  const wordsAt = known.map(({ slug }) => wordsOf(slug));
  const holders = new Map<string, number[]>();
  for (const [at, words] of wordsAt.entries()) {
    for (const word of words) {
      const found = holders.get(word);
      if (found === undefined) holders.set(word, [at]);
      else found.push(at);
    }
  }

  return (slug) => {
    const words = wordsOf(slug);
    const rareFirst = [...words]
      .map((word) => holders.get(word) ?? [])
      .toSorted((a, b) => a.length - b.length);
    const compared = new Set<number>();
    for (const each of rareFirst)
      for (const at of each.slice(0, mostCompared - compared.size)) compared.add(at);
    let best = { at: -1, share: 0 };
    for (const at of compared) {
      const share = shareOf(words, wordsAt[at] ?? new Set());
      const isNearer = share > best.share || (share === best.share && at < best.at);
      if (share >= 0.5 && isNearer) best = { at, share };
    }
    return known[best.at]?.id ?? null;
  };
}

/** How much of the longer one both have. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(a.size, b.size);
}

function wordsOf(slug: string): Set<string> {
  const words = slug.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return new Set(words.slice(0, mostWords));
}
