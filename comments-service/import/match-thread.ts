import type { ListedThread } from "../domain/thread-list.ts";
import type { ForeignThread } from "./foreign.ts";

/** How the thread was found: by the address, by the id that the page gave it, by the last word of its address, or as it was told. */
export type Match = { thread: string; by: "address" | "id" | "slug" | "you" };

/**
 * Finds the magazine's thread for another system's.
 * @param told the threads that whoever imports has named, by the other system's address or id.
 * @returns the match; or the guess that comes closest, which is only said and never acted on.
 */
export function threadMatcher(
  known: readonly ListedThread[],
  told: ReadonlyMap<string, string>,
): (foreign: ForeignThread) => Match | { guess: string | null } {
  const ids = new Set(known.map(({ id }) => id));
  const byPath = new Map(known.map(({ id, url }) => [pathOf(url), id]));
  const slugs = known.map(({ id, url }) => ({ id, words: wordsOf(slugOf(pathOf(url))) }));
  const bySlug = uniqueBy(known.flatMap(({ id, url }) => slugsOf(id, url)));

  return ({ address, identifier }) => {
    const named = told.get(address) ?? told.get(identifier ?? "");
    if (named !== undefined && ids.has(named)) return { thread: named, by: "you" };
    const path = pathOf(address);
    const atPath = byPath.get(path);
    if (atPath !== undefined) return { thread: atPath, by: "address" };
    if (identifier !== null && ids.has(identifier)) return { thread: identifier, by: "id" };
    const slug = slugOf(path);
    const atSlug = bySlug.get(slug);
    if (atSlug !== undefined) return { thread: atSlug, by: "slug" };
    return { guess: closest(slug, slugs) };
  };
}

/** The path of an address, without what servers and people add to it: `index.html`, a slash at the end, capitals. */
function pathOf(address: string): string {
  const path = URL.parse(address, "http://nowhere.invalid")?.pathname ?? "";
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // A stray percent sign: the path stays as it is.
  }
  return decoded
    .toLowerCase()
    .normalize("NFC")
    .replace(/\/index\.(?:html?|php)$/u, "")
    .replace(/\.html?$/u, "")
    .replace(/\/$/u, "");
}

function slugOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function slugsOf(id: string, url: string): [slug: string, id: string][] {
  const slugs = new Set([id.toLowerCase(), slugOf(pathOf(url))]);
  return [...slugs].filter((slug) => slug !== "").map((slug) => [slug, id]);
}

/** Only what names one thing. */
function uniqueBy(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const [slug, id] of pairs) {
    if (found.has(slug) && found.get(slug) !== id) twice.add(slug);
    found.set(slug, id);
  }
  for (const slug of twice) found.delete(slug);
  return found;
}

/** The thread that shares most words of its address with the slug, and at least half of them. */
function closest(
  slug: string,
  known: readonly { id: string; words: ReadonlySet<string> }[],
): string | null {
  const words = wordsOf(slug);
  let best: { id: string; share: number } | null = null;
  for (const { id, words: own } of known) {
    const shared = [...words].filter((word) => own.has(word)).length;
    const share = shared / Math.max(words.size, own.size, 1);
    if (share >= 0.5 && share > (best?.share ?? 0)) best = { id, share };
  }
  return best?.id ?? null;
}

function wordsOf(slug: string): Set<string> {
  return new Set(slug.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ""));
}
