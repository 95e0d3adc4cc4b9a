/**
 * Finds among many names the few that are likely to be near a word, by the triples of letters that they share. The work for a
 * word has a bound, however many names there are and however like each other: the rarest triples say most, and go first.
 */

/** How many entries of the index are looked at for a word. */
const mostVisited = 1000;
/** How many names are likely at most. */
const mostLikely = 16;
/** Words that are shorter have too few triples of letters: their pairs count too. */
const short = 10;

/** Indices of the names, the likeliest first. */
export type Likely = (word: string, shortest: number, longest: number) => readonly number[];

/** @param names ordered by their length */
export function likelyAmong(names: readonly string[]): Likely {
  const index = new Map<string, number[]>();
  for (const [at, name] of names.entries()) {
    // A short word's neighbour is at most half as long again.
    for (const piece of piecesOf(name, name.length <= short * 1.5)) {
      const found = index.get(piece);
      if (found === undefined) index.set(piece, [at]);
      else found.push(at);
    }
  }
  const shared = new Uint16Array(names.length);

  return (word, shortest, longest) => {
    const from = firstOfLength(names, shortest);
    const same = firstOfLength(names, word.length);
    const to = firstOfLength(names, longest + 1);
    const ranges = [...piecesOf(word, word.length < short)].flatMap((piece) => {
      const all = index.get(piece);
      if (all === undefined) return [];
      const [start, end] = [firstFrom(all, from), firstFrom(all, to)];
      return start === end ? [] : [{ all, start, end }];
    });
    ranges.sort((a, b) => a.end - a.start - (b.end - b.start));

    const seen: number[] = [];
    let left = mostVisited;
    for (const { all, start, end } of ranges) {
      if (left <= 0) break;
      const [first, last] = around(firstFrom(all, same), left, start, end);
      left -= last - first;
      for (let at = first; at < last; at += 1) {
        const name = all[at] ?? 0;
        const count = shared[name] ?? 0;
        if (count === 0) seen.push(name);
        shared[name] = count + 1;
      }
    }
    const likely = most(seen, shared);
    for (const name of seen) shared[name] = 0;
    return likely;
  };
}

/** The triples of a name's letters, and perhaps its pairs, its begin and end counted as letters. */
function piecesOf(name: string, withPairs: boolean): Set<string> {
  const letters = `\u0001${name}\u0002`;
  const pieces = new Set<string>();
  const cut = (size: number) => {
    for (let at = 0; at + size <= letters.length; at += 1) pieces.add(letters.slice(at, at + size));
  };
  cut(3);
  if (withPairs) cut(2);
  return pieces;
}

/** At most `count` places between `start` and `end`, as near to `middle` as can be. */
function around(middle: number, count: number, start: number, end: number): [number, number] {
  const first = Math.max(start, Math.min(middle - Math.floor(count / 2), end - count));
  return [first, Math.min(end, first + count)];
}

/** Those with the highest counts, the highest first; of equal ones, which come first. */
function most(seen: readonly number[], counts: Uint16Array): number[] {
  const byCount: number[][] = [];
  for (const name of seen) (byCount[counts[name] ?? 0] ??= []).push(name);
  const likely: number[] = [];
  for (let count = byCount.length - 1; count > 0 && likely.length < mostLikely; count -= 1)
    likely.push(...(byCount[count] ?? []).slice(0, mostLikely - likely.length));
  return likely;
}

function firstOfLength(names: readonly string[], length: number): number {
  return firstThat(names.length, (at) => (names[at]?.length ?? 0) >= length);
}

function firstFrom(sorted: readonly number[], value: number): number {
  return firstThat(sorted.length, (at) => (sorted[at] ?? 0) >= value);
}

/** By halving: the first place where `holds`, which from there on holds everywhere; the end when nowhere. */
function firstThat(end: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
