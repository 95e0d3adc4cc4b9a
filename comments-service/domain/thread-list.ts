import * as v from "valibot";
import { ThreadList } from "../wire.ts";

/** What the service knows of the magazine. */
export type Site = ThreadList["site"];

/**
 * A thread as the magazine lists it; all its addresses are absolute. Only lists of threads hold the former ones and who wrote the article, and only where there are some.
 * `closes` is when it closes by itself, in milliseconds since 1970; left out where it does not.
 */
export type ListedThread = Omit<ThreadList["threads"][number], keyof Lists | "closes"> & {
  aliases?: readonly string[];
  authors?: readonly string[];
  closes?: number;
};

type Lists = Pick<ThreadList["threads"][number], "aliases" | "authors">;

const ID = /^[^\p{Cc}\s]{1,200}$/u;

/** Whether this could be a thread's id at all. */
export function isThreadId(text: string): boolean {
  return ID.test(text) && text.isWellFormed();
}

/**
 * Reads `threads.json`. Addresses may be relative to the list's own.
 * @returns the list, or one sentence that says what is wrong with it.
 */
export function readThreadList(
  json: string,
  base: string,
): { site: Site; threads: ListedThread[] } | { mistake: string } {
  const parsed = v.safeParse(ThreadList, parseJson(json));
  if (!parsed.success) {
    const issue = parsed.issues[0];
    return {
      mistake: `${v.getDotPath(issue) ?? "the list"} is not as expected (${issue.expected ?? "something else"})`,
    };
  }
  const { site, threads } = parsed.output;
  if (!isTimeZone(site.timeZone)) return { mistake: "site.timeZone is no IANA time zone" };
  const ids = new Set<string>();
  const listed: ListedThread[] = [];
  for (const thread of threads) {
    const url = webAddress(thread.url, base);
    if (!isThreadId(thread.id))
      return { mistake: "a thread's id is empty, too long or has spaces" };
    if (ids.has(thread.id)) return { mistake: `thread ${thread.id} is listed twice` };
    if (url === null) return { mistake: `the url of thread ${thread.id} is no http address` };
    const aliases = (thread.aliases ?? []).map((alias) => webAddress(alias, base));
    if (!aliases.every((alias) => alias !== null))
      return { mistake: `an alias of thread ${thread.id} is no http address` };
    ids.add(thread.id);
    const { id, state, closes, authors = [] } = thread;
    if (!authors.every(isThreadId)) return { mistake: `an author of thread ${id} has no name` };
    const title = oneLine(thread.title);
    const ends = closes === undefined ? {} : { closes: Date.parse(closes) };
    listed.push({ id, url, title, state, ...listsIn(aliases, authors), ...ends });
  }
  const url = webAddress(site.url, base);
  if (url === null) return { mistake: "site.url is no http address" };
  const around: Site = { ...site, url, title: oneLine(site.title) };
  for (const page of ["imprint", "privacy"] as const) {
    if (around[page] == null) continue;
    const address = webAddress(around[page], base);
    if (address === null) return { mistake: `site.${page} is no http address` };
    around[page] = address;
  }
  const nameless = around.authors?.find(({ id }) => !isThreadId(id));
  if (nameless !== undefined) return { mistake: "an author of site.authors has no name" };
  return { site: around, threads: listed };
}

/**
 * What has to be written so that the store knows the list. A thread that is no longer listed is closed, never deleted.
 */
export function changesTo(
  stored: readonly ListedThread[],
  listed: readonly ListedThread[],
): ListedThread[] {
  const known = new Map(stored.map((thread) => [thread.id, thread]));
  const ids = new Set(listed.map(({ id }) => id));
  const gone = stored.filter(({ id, state }) => state === "open" && !ids.has(id));
  return [...listed.filter((thread) => !isSame(thread, known.get(thread.id))), ...gone.map(closed)];
}

function closed(thread: ListedThread): ListedThread {
  return { ...thread, state: "closed" };
}

/** Whose badge says something else by another list than by the one before: the ids of the authors. */
export function newBadges(before: Site["authors"] = [], after: Site["authors"] = []): string[] {
  const word = (list: typeof before, id: string) => list.find((author) => author.id === id)?.badge;
  const ids = new Set([...before, ...after].map(({ id }) => id));
  return [...ids].filter((id) => word(before, id) !== word(after, id));
}

/** The fields as a thread holds them: left out where there are none. */
export function listsIn(
  aliases: readonly string[],
  authors: readonly string[],
): Pick<ListedThread, keyof Lists> {
  return {
    ...(aliases.length > 0 && { aliases }),
    ...(authors.length > 0 && { authors }),
  };
}

/** A thread as it counts at a time: what was to close by then is closed, and since when. */
export function threadAt<Thread extends ListedThread>(
  thread: Thread,
  now: number,
): Thread & { closedSince: number | null } {
  const { closes = Infinity } = thread;
  if (closes > now) return { ...thread, closedSince: null };
  return { ...thread, state: "closed", closedSince: closes };
}

function isSame(a: ListedThread, b: ListedThread | undefined): boolean {
  return (
    b !== undefined &&
    a.url === b.url &&
    a.title === b.title &&
    a.state === b.state &&
    a.closes === b.closes &&
    listsOf(a) === listsOf(b)
  );
}

function listsOf({ aliases = [], authors = [] }: ListedThread): string {
  return JSON.stringify([aliases, authors]);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function webAddress(address: string, base: string): string | null {
  const url = URL.parse(address, base);
  return url !== null && /^https?:$/u.test(url.protocol) ? url.href : null;
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).format(0) !== "";
  } catch {
    return false;
  }
}

/** Titles stand in subjects of letters, so they keep no line ends. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, " ").trim();
}
