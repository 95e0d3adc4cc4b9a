import { existsSync } from "node:fs";
import type { Store } from "../store/store.ts";
import { readDisqus } from "./disqus.ts";
import { Refused } from "../domain/refused.ts";
import type { Foreign, Source } from "./foreign.ts";
import { readIsso } from "./isso.ts";
import { planImport } from "./plan.ts";
import { reportLines } from "./report.ts";
import { readWordPress } from "./wordpress.ts";

const readers: Record<
  Source,
  (path: string, tell: (comments: number) => void) => Promise<Foreign>
> = { disqus: readDisqus, wordpress: readWordPress, isso: readIsso };

const nameless = { de: "Anonym", en: "Anonymous" };
const TOLD_EVERY = 10_000;

/**
 * Brings comments of another system into the magazine's threads. The whole file is read and checked before anything is written; then
 * each thread is written whole or not at all, so an import that was broken off is finished by running it again.
 * @param told the threads that the caller has named, by the other system's address.
 * @param progress gets a line now and then on long work.
 * @returns what was done, in lines.
 * @throws Refused with nothing written.
 */
export async function importComments(options: {
  store: Store;
  source: Source;
  path: string;
  told: ReadonlyMap<string, string>;
  isDry: boolean;
  progress: (line: string) => void;
}): Promise<string[]> {
  const { store, source, path, told, isDry, progress } = options;
  if (!existsSync(path)) throw new Refused(`there is no file ${path}`);
  const [site, known] = [await store.site(), await store.threads()];
  if (site === null)
    throw new Refused("the magazine's list of threads could not be read: see SITE_URL");
  for (const [address, thread] of told)
    if (!known.some(({ id }) => id === thread))
      throw new Refused(`--thread ${address}=${thread}: the magazine has no thread ${thread}`);

  const foreign = await readers[source](path, every(TOLD_EVERY, "read", progress));
  const plan = planImport({
    foreign,
    known,
    told,
    nameless: nameless[site.language],
    wording: `import.${source}`,
  });
  const present = await store.present(
    plan.threads.flatMap(({ comments }) => comments.map(({ id }) => id)),
  );
  if (!isDry) {
    const tell = every(TOLD_EVERY, "wrote", progress);
    let written = 0;
    for (const { thread, comments } of plan.threads) {
      await store.importComments(thread, comments);
      tell((written += comments.length));
    }
  }
  return reportLines(plan, present, isDry);
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
