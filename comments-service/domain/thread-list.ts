import * as v from "valibot";
import { ThreadList, ThreadYears, ThreadsOfYear } from "../wire.ts";

/** What the service knows of the magazine. */
export type Site = ThreadList["site"];

/**
 * A thread as the magazine lists it; all its addresses are absolute. Only lists of threads hold the former ones and who wrote the article, and only where there are some.
 * `closes` is when it closes by itself, in milliseconds since 1970; left out where it does not. `year` is that of the file that names it; empty or left out
 * where none does, and where the magazine lists all in one.
 */
export type ListedThread = Omit<ThreadList["threads"][number], keyof Lists | "closes"> & {
  aliases?: readonly string[];
  authors?: readonly string[];
  closes?: number;
  year?: string;
};

/** The hash of each year's file, by the year. */
export type Years = Readonly<Record<string, string>>;

/** What was read, or one sentence that says what is wrong with it. */
export type Read<What> = What | { mistake: string };

type Lists = Pick<ThreadList["threads"][number], "aliases" | "authors">;

const ID = /^[^\p{Cc}\s]{1,200}$/u;

/** Whether this could be a thread's id at all. */
export function isThreadId(text: string): boolean {
  return ID.test(text) && text.isWellFormed();
}

/** Reads `threads.json`. Addresses may be relative to the list's own. */
export function readThreadList(
  json: string,
  base: string,
): Read<{ site: Site; threads: ListedThread[] }> {
  const list = parsed(ThreadList, json);
  if ("mistake" in list) return list;
  const read = threadsIn(list.threads, base);
  if ("mistake" in read) return read;
  const site = siteIn(list.site, base);
  return "mistake" in site ? site : { ...read, site };
}

/** Reads `threads-by-year.json`, in the same way. */
export function readThreadYears(json: string, base: string): Read<{ site: Site; years: Years }> {
  const list = parsed(ThreadYears, json);
  if ("mistake" in list) return list;
  const site = siteIn(list.site, base);
  const years = list.years.map(({ year, hash }) => [year, hash] as const);
  return "mistake" in site ? site : { site, years: Object.fromEntries(years) };
}

/** Reads the file of a year, in the same way. */
export function readThreadsOfYear(
  json: string,
  base: string,
  year: string,
): Read<{ threads: ListedThread[] }> {
  const list = parsed(ThreadsOfYear, json);
  return "mistake" in list ? list : threadsIn(list.threads, base, year);
}

function parsed<Schema extends v.GenericSchema>(
  schema: Schema,
  json: string,
): Read<v.InferOutput<Schema>> {
  const { success, output, issues } = v.safeParse(schema, parseJson(json));
  if (success) return output;
  const [issue] = issues;
  return {
    mistake: `${v.getDotPath(issue) ?? "the list"} is not as expected (${issue.expected ?? "something else"})`,
  };
}

function threadsIn(
  threads: ThreadList["threads"],
  base: string,
  year?: string,
): Read<{ threads: ListedThread[] }> {
  const ids = new Set<string>();
  const listed: ListedThread[] = [];
  for (const { id, state, closes, ...thread } of threads) {
    const url = webAddress(thread.url, base);
    if (!isThreadId(id)) return { mistake: "a thread's id is empty, too long or has spaces" };
    if (ids.has(id)) return { mistake: `thread ${id} is listed twice` };
    if (url === null) return { mistake: `the url of thread ${id} is no http address` };
    const { authors = [], aliases: former = [] } = thread;
    const aliases = former.map((alias) => webAddress(alias, base));
    if (!aliases.every((alias) => alias !== null))
      return { mistake: `an alias of thread ${id} is no http address` };
    if (!authors.every(isThreadId)) return { mistake: `an author of thread ${id} has no name` };
    ids.add(id);
    const title = oneLine(thread.title);
    listed.push({
      id,
      url,
      title,
      state,
      ...listsIn(aliases, authors),
      ...(closes !== undefined && { closes: Date.parse(closes) }),
      ...(year !== undefined && { year }),
    });
  }
  return { threads: listed };
}

function siteIn(site: Site, base: string): Read<Site> {
  if (!isTimeZone(site.timeZone)) return { mistake: "site.timeZone is no IANA time zone" };
  const around = { ...site, title: oneLine(site.title) };
  for (const page of ["url", "imprint", "privacy"] as const) {
    if (site[page] == null) continue;
    const address = webAddress(site[page], base);
    if (address === null) return { mistake: `site.${page} is no http address` };
    around[page] = address;
  }
  if (site.authors?.every(({ id }) => isThreadId(id)) === false)
    return { mistake: "an author of site.authors has no name" };
  return around;
}

/**
 * What has to be written so that the store knows the list. A thread that is no longer listed is closed, never deleted.
 * @param away what becomes of it instead, where others may list it.
 */
export function changesTo(
  stored: readonly ListedThread[],
  listed: readonly ListedThread[],
  away = closed,
): ListedThread[] {
  const known = new Map(stored.map((thread) => [thread.id, thread]));
  const ids = new Set(listed.map(({ id }) => id));
  const gone = stored.filter(({ id, state }) => state === "open" && !ids.has(id));
  return [...listed.filter((thread) => !isSame(thread, known.get(thread.id))), ...gone.map(away)];
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
    a.year === b.year &&
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
