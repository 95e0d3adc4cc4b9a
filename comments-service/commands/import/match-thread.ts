import type { ListedThread } from "../../domain/thread-list.ts";
import { closestAmong } from "./closest.ts";
import type { ForeignThread } from "./foreign.ts";

/** How the thread was found: by the address, by the id that the page gave it, by the last word of its address, or as it was told. */
export type Match = { thread: string; by: "address" | "id" | "slug" | "you" };

/** What whoever imports has said: threads by the other system's address or id, and hosts that were the magazine's. */
export interface Told {
  threads: ReadonlyMap<string, string>;
  hosts: readonly string[];
}

/**
 * Finds the magazine's thread for another system's. Addresses are compared by their path, so they have to be at one of the magazine's hosts: its
 * own, those of its articles' former addresses, and those that were told; whether `www.` stands before it does not matter.
 * @returns the match; the host that is another; or the guess that comes closest, which is only said and never acted on.
 */
export function threadMatcher(
  known: readonly ListedThread[],
  told: Told,
): (foreign: ForeignThread) => Match | { host: string } | { guess: string | null } {
  const ids = new Set(known.map(({ id }) => id));
  const own = known.flatMap(addressesOf).flatMap((address) => hostOf(address) ?? []);
  const hosts = new Set([...own, ...told.hosts].map(bareHost));
  const byPath = new Map([
    ...uniqueBy(known.flatMap(({ id, aliases = [] }) => aliases.map((url) => [pathOf(url), id]))),
    ...known.map(({ id, url }): [string, string] => [pathOf(url), id]),
  ]);
  const titles = uniqueBy(known.map(({ id, title }) => [title.trim(), id]));
  const closest = closestAmong(known.map(({ id, url }) => ({ id, slug: slugOf(pathOf(url)) })));
  const bySlug = uniqueBy(known.flatMap((thread) => slugsOf(thread)));

  return ({ address, identifier, title }) => {
    const named = [address, identifier, title].find(
      (name) => name !== null && told.threads.has(name),
    );
    const thread = told.threads.get(named ?? "");
    if (thread !== undefined && ids.has(thread)) return { thread, by: "you" };
    const host = hostOf(address);
    if (host !== null && !hosts.has(bareHost(host))) return { host };
    const path = pathOf(address);
    const atPath = address === "" ? undefined : byPath.get(path);
    if (atPath !== undefined) return { thread: atPath, by: "address" };
    if (identifier !== null && ids.has(identifier)) return { thread: identifier, by: "id" };
    const slug = slugOf(path);
    const atSlug = bySlug.get(slug);
    if (atSlug !== undefined) return { thread: atSlug, by: "slug" };
    return { guess: titles.get(title.trim()) ?? closest(slug) };
  };
}

/** The host of an address with its port; null of a path alone. What is no address of the web has an empty one, which is no host of anybody's. */
export function hostOf(address: string): string | null {
  const url = URL.parse(withScheme(address));
  if (url === null) return null;
  return /^https?:$/u.test(url.protocol) ? url.host : "";
}

/** Some write `//host/path`, `host.example/path` or `localhost:4000/path`. */
function withScheme(address: string): string {
  if (address.startsWith("//")) return `http:${address}`;
  const isHost = /^[\w-]+(?:(?:\.[\w-]+)*:\d+(?:\/|$)|(?:\.[\w-]+)+\/)/u.test(address);
  return isHost ? `http://${address}` : address;
}

/** A host as it is compared. */
export function bareHost(host: string): string {
  return host.toLowerCase().replace(/^www\./u, "");
}

function addressesOf({ url, aliases = [] }: ListedThread): string[] {
  return [url, ...aliases];
}

/** The path of an address, without what servers and people add to it: `index.html`, a slash at the end, capitals. */
function pathOf(address: string): string {
  const path = URL.parse(withScheme(address), "http://nowhere.invalid")?.pathname ?? "";
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

function slugsOf({ id, ...thread }: ListedThread): [slug: string, id: string][] {
  const slugs = new Set([
    id.toLowerCase(),
    ...addressesOf({ id, ...thread }).map((url) => slugOf(pathOf(url))),
  ]);
  return [...slugs].filter((slug) => slug !== "").map((slug) => [slug, id]);
}

/** Only what names one thing. */
function uniqueBy(pairs: readonly (readonly string[])[]): Map<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const [name = "", id = ""] of pairs) {
    if (found.has(name) && found.get(name) !== id) twice.add(name);
    found.set(name, id);
  }
  for (const name of twice) found.delete(name);
  found.delete("");
  return found;
}
