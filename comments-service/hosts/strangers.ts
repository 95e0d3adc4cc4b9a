import type { Log } from "../domain/log.ts";
import type { Settings } from "../settings.ts";
import type { Store } from "../store/port/store.ts";
import type { Assembled } from "./assemble.ts";

/**
 * The service, which also says of each list that it has read whole which names of AUTHORS no article has: one event for each list. It looks through all
 * threads, which a worker would pay for, and so a worker does not ask.
 */
export function tellingStrangers(
  service: Assembled,
  { store, settings, log }: { store: Store; settings: Settings; log: Log },
): Assembled {
  const named = [...new Set(settings.authors.flatMap(({ id }) => id ?? []))];
  let comparedWith: string | null = null;
  const compare = async (): Promise<void> => {
    const { etag = null } = (await store.site()) ?? {};
    if (etag === null || etag === comparedWith) return;
    const writers = new Set((await store.threads()).flatMap(({ authors = [] }) => authors));
    comparedWith = etag;
    const names = named.filter((name) => !writers.has(name)).join(", ");
    if (names !== "") log("AUTHORS names who has no article", { names });
  };
  if (named.length === 0) return service;
  return {
    ...service,
    async readList() {
      const isRead = await service.readList();
      await compare();
      return isRead;
    },
  };
}
