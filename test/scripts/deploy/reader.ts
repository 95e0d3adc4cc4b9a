import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { pageOf } from "./tiny-site.ts";

/**
 * Reads the page and its script over and over, as a web server does for readers, by the address below `current`; whatever is switched
 * between the two. It fails at the first that is missing or not whole.
 */
export function startReader(folder: string) {
  const current = join(folder, "online/current");
  const seen: number[] = [];
  const stopping = new AbortController();
  const reading = (async () => {
    while (!stopping.signal.aborted) {
      const page = await readFile(join(current, "index.html"), "utf8");
      const edition = Number(/Ausgabe (\d+)/.exec(page)?.[1]);
      if (page !== pageOf(edition)) throw new Error(`half a page: ${page.length} characters`);
      const [, script = ""] = /src="([^"]+)"/.exec(page) ?? [];
      await readFile(join(current, script), "utf8");
      seen.push(edition);
    }
    return seen;
  })();
  // Whoever asks next is told.
  reading.catch(() => undefined);
  return {
    /** Until a reader has got the edition. */
    async sees(edition: number): Promise<void> {
      const waiting = (async () => {
        while (seen.at(-1) !== edition) await setImmediate();
      })();
      await Promise.race([waiting, reading]);
    },
    /** @returns the editions that were seen, one for each reading */
    stop(): Promise<number[]> {
      stopping.abort();
      return reading;
    },
  };
}
