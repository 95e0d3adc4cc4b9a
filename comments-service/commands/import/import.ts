import { existsSync } from "node:fs";
import { Refused } from "../../domain/refused.ts";
import type { KeptImport } from "../../store/port/importing.ts";
import type { OpenStore } from "../../store/port/store.ts";
import { readDisqus } from "./disqus.ts";
import type { Foreign, Source } from "./foreign.ts";
import { readIsso } from "./isso.ts";
import type { Told } from "./match-thread.ts";
import { place } from "./place.ts";
import { candidatesOf, planImport } from "./plan.ts";
import type { Plan } from "./plan.ts";
import { recognise } from "./recognise.ts";
import { linkReplies } from "./replies.ts";
import { reportLines } from "./report.ts";
import { readWordPress } from "./wordpress.ts";

const readers: Record<
  Source,
  (path: string, tell: (comments: number) => void, timeZone: string) => Promise<Foreign>
> = { disqus: readDisqus, wordpress: readWordPress, isso: readIsso };

const nameless = { de: "Anonym", en: "Anonymous" };
const TOLD_EVERY = 10_000;

/**
 * Brings comments of another system into the magazine's threads. The whole file is read and checked before anything is written; then
 * each thread is written whole or not at all, so an import that was broken off is finished by running it again.
 * @param told the threads and hosts that the caller has named.
 * @param progress gets a line now and then on long work.
 * @returns what was done, in lines.
 * @throws Refused with nothing written.
 */
export async function importComments(options: {
  store: OpenStore;
  source: Source;
  path: string;
  told: Told;
  isDry: boolean;
  progress: (line: string) => void;
}): Promise<string[]> {
  const { store, source, path, told, isDry, progress } = options;
  if (!existsSync(path)) throw new Refused(`there is no file ${path}`);
  const [site, known] = [await store.site(), await store.threads()];
  if (site === null)
    throw new Refused("the magazine's list of threads could not be read: see SITE_URL");
  for (const [address, thread] of told.threads)
    if (!known.some(({ id }) => id === thread))
      throw new Refused(`--thread ${address}=${thread}: the magazine has no thread ${thread}`);

  const tell = every(TOLD_EVERY, "read", progress);
  const foreign = await readers[source](path, tell, site.timeZone);
  const linked = linkReplies(foreign);
  const placing = place(foreign, linked.entries, known, told);
  const candidates = candidatesOf(foreign, placing);
  const rows = await store.imported([...placing.threads.keys()]);
  const there = new Set(rows.map(({ id }) => id));
  const ids = candidates.flatMap(({ ids: each }) => each.filter((id) => !there.has(id)));
  const all = rows.concat(await store.withIds(ids));
  const plan = planImport({
    foreign,
    linked,
    placing,
    candidates,
    found: recognise(candidates, all, Object.values(nameless)),
    taken: new Set(all.map(({ id }: KeptImport) => id)),
    nameless: nameless[site.language],
  });
  if (!isDry) await write(store, plan, progress);
  return reportLines(plan, isDry);
}

async function write(
  store: OpenStore,
  plan: Plan,
  progress: (line: string) => void,
): Promise<void> {
  const tell = every(TOLD_EVERY, "wrote", progress);
  let written = 0;
  for (const { thread, fresh } of plan.threads) {
    if (fresh.length > 0) await store.importComments(thread, fresh);
    tell((written += fresh.length));
  }
}

/** Tells of a growing number each time it has grown by so many. */
function every(step: number, verb: string, progress: (line: string) => void) {
  let next = step;
  return (reached: number) => {
    if (reached < next) return;
    progress(`${verb} ${reached} comments`);
    next = reached + step;
  };
}
