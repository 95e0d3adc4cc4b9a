import { sha256 } from "../domain/digest.ts";
import type { Clock } from "../domain/ids.ts";
import { lackOfWords } from "../domain/languages.ts";
import {
  changesTo,
  readThreadList,
  readThreadYears,
  readThreadsOfYear,
} from "../domain/thread-list.ts";
import type { ListedThread, Read, Site, Years } from "../domain/thread-list.ts";
import { SECOND } from "../domain/times.ts";
import type { Store } from "../store/port/store.ts";

const FETCH_TIMEOUT = 5 * SECOND;
const MOST_CHARACTERS = 20_000_000;
/** So many files of years are asked for in one reading, since a call of a worker may ask fifty times; the others wait for the next. */
const YEARS_AT_ONCE = 30;

/** What it is read with, and into. */
interface Reading {
  store: Store;
  siteUrl: string;
  clock: Clock;
}

/**
 * Reads what changed of the magazine's list into the store: by years where it is printed so, else the whole `threads.json`. What cannot be read stays as it was.
 * @returns what is wrong, in a sentence; an empty one when nothing is.
 * @throws what `fetch` throws when the magazine does not answer.
 */
export async function readList(reading: Reading): Promise<string> {
  const { store, clock, siteUrl } = reading;
  const { etag = null, years = null } = (await store.site()) ?? {};
  const index = await ask(siteUrl, "threads-by-year.json", readThreadYears, years && etag);
  if (index.status === 304) return "";
  if (!("mistake" in index)) return readYears(reading, index, years ?? {});
  // An older Kolumne prints none, and a magazine may be set back to such.
  if (years !== null && index.status !== 404) return `threads-by-year.json: ${index.mistake}`;

  const list = await ask(siteUrl, "threads.json", readThreadList, years ? null : etag);
  if (list.status === 304) return "";
  if ("mistake" in list) return list.mistake;
  const lack = lackOfWords(list.site.language);
  if (lack !== null) return lack;
  const changes = changesTo(await store.threads(), list.threads);
  await store.saveThreadList({ ...list, years: null, changes }, clock());
  return "";
}

/**
 * Reads the years whose hash is another than when they were read last, one after the other, the newest first. What one says stands at once; but a thread
 * that none names any more is closed when all were read, since another year may have it now.
 */
async function readYears(
  { store, clock, siteUrl }: Reading,
  { site, years, etag }: { site: Site; years: Years; etag: string | null },
  known: Years,
): Promise<string> {
  const lack = lackOfWords(site.language);
  if (lack !== null) return lack;
  const read: Record<string, string> = { ...known };
  let asked = 0;
  // Keys that are numbers come in their order.
  for (const year of Object.keys({ ...known, ...years }).toReversed()) {
    const hash = years[year];
    if (hash === read[year]) continue;
    if ((asked += 1) > YEARS_AT_ONCE) return "";
    const file = await readYear(siteUrl, year, hash);
    if ("mistake" in file) return file.mistake;
    if (hash === undefined) delete read[year];
    else read[year] = hash;
    const changes = changesTo(await store.threads(year), file.threads, inNoYear);
    await store.saveThreadList({ site, etag: null, years: read, changes }, clock());
  }
  const changes = changesTo(await store.threads(""), []);
  await store.saveThreadList({ site, etag, years, changes }, clock());
  return "";
}

const inNoYear = (thread: ListedThread): ListedThread => ({ ...thread, year: "" });

/** What a year has. One without a hash has nothing any more. */
async function readYear(
  siteUrl: string,
  year: string,
  hash: string | undefined,
): Promise<Read<{ threads: ListedThread[] }>> {
  if (hash === undefined) return { threads: [] };
  const name = `assets/threads-${year}-${hash.slice(0, 16)}.json`;
  const file = await ask(siteUrl, name, (json, base) =>
    sha256(json) === hash
      ? readThreadsOfYear(json, base, year)
      : { mistake: "its hash is another than threads-by-year.json says" },
  );
  return "mistake" in file ? { mistake: `${name}: ${file.mistake}` } : file;
}

/** Asks for a file of the magazine's. @param etag of what is known of it, which is not sent again then (304). */
async function ask<What>(
  siteUrl: string,
  name: string,
  read: (text: string, base: string) => Read<What>,
  etag: string | null = null,
): Promise<{ status: number; etag: string | null } & Read<What>> {
  const address = new URL(name, siteUrl).href;
  const headers: HeadersInit = etag ? { "If-None-Match": etag } : {};
  const answer = await fetch(address, { headers, signal: AbortSignal.timeout(FETCH_TIMEOUT) });
  const { status, ok } = answer;
  const text = ok && (await textOf(answer));
  const what =
    text === false
      ? { mistake: `the answer is ${status}` }
      : text === null
        ? { mistake: "the list is longer than 20 MB" }
        : read(text, address);
  return { status, etag: answer.headers.get("ETag"), ...what };
}

/** @returns null when it is too long; nothing more of it is read then. */
async function textOf({ body }: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of body ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > MOST_CHARACTERS) return null;
  }
  return text + decoder.decode();
}
