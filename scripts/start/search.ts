import { once } from "node:events";
import { join } from "node:path";
import { runChild } from "./children.ts";

/**
 * Makes the index of the search when somebody is about to search and the pages have changed since: a large magazine takes longer to
 * index than to print, and who writes seldom searches.
 *
 * @param folder holds what was printed
 */
export function indexer(folder: string) {
  let making: Promise<void> = Promise.resolve();
  let isOutdated = true;
  const make = async () => {
    // What went wrong it has said itself.
    await once(runChild(join(import.meta.dirname, "../search.ts"), ["--out", folder]), "exit");
  };
  return {
    outdate(): void {
      isOutdated = true;
    },
    /** Until the index is that of the pages; one is made at a time. */
    ready(): Promise<void> {
      if (isOutdated) making = making.then(make);
      isOutdated = false;
      return making;
    },
  };
}
