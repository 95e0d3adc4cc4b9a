import { editDistance } from "./edit-distance.ts";
import { likelyAmong } from "./likely.ts";

/** Up to so many candidates are all compared. */
const few = 32;
/** Nobody mistypes a longer word, in letters. */
const longest = 200;
/** How many cells of all its comparisons a word may cost. */
const mostCells = 12_000;

/** What was probably meant by a word, or nothing. */
export type Guess = (word: string) => string | undefined;

/**
 * Guesses among the candidates: the nearest by edit distance, upper and lower case alike, when no more than a third of its letters differ;
 * of equally near ones the first. The work grows with the number of words and with that of candidates, not with both: among many
 * candidates only those are compared that share most with the word.
 */
export function guesser(candidates: Iterable<string>): Guess {
  let among: Among | undefined;
  return (word) => {
    if (word.length > longest) return undefined;
    among ??= prepare(candidates);
    return nearestOf(word.toLowerCase(), among);
  };
}

/** The same for one word. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return guesser(candidates)(word);
}

interface Candidate {
  readonly name: string;
  readonly lower: string;
  /** Its place among the candidates. */
  readonly order: number;
}

interface Among {
  readonly candidates: readonly Candidate[];
  readonly likely: (word: string) => readonly number[];
  readonly mostCells: number;
}

function prepare(names: Iterable<string>): Among {
  const candidates = [...names]
    .map((name, order) => ({ name, lower: name.toLowerCase(), order }))
    .filter(({ lower }) => lower.length <= longest);
  if (candidates.length <= few) {
    const all = [...candidates.keys()];
    return { candidates, likely: () => all, mostCells: Infinity };
  }
  candidates.sort((a, b) => a.lower.length - b.lower.length || a.order - b.order);
  const likely = likelyAmong(candidates.map(({ lower }) => lower));
  return {
    candidates,
    likely: (word) =>
      likely(word, Math.ceil((word.length * 2) / 3) - 1, Math.floor(word.length * 1.5) + 1),
    mostCells,
  };
}

function nearestOf(word: string, { candidates, likely, mostCells }: Among): string | undefined {
  let best: Candidate | undefined;
  let bestDistance = Infinity;
  let cells = 0;
  for (const at of likely(word)) {
    const candidate = candidates[at];
    if (candidate === undefined || cells > mostCells) break;
    const { lower, order } = candidate;
    const allowed = Math.max(1, Math.floor(Math.max(word.length, lower.length) / 3));
    const limit = Math.min(allowed, bestDistance);
    cells += word.length * (2 * limit + 1);
    const distance = editDistance(word, lower, limit);
    if (distance > limit) continue;
    if (distance < bestDistance || order < (best?.order ?? Infinity)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best?.name;
}
