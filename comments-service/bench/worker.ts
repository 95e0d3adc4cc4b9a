import { createService } from "../acts/service.ts";
import { createIds } from "../domain/ids.ts";
import { createApp } from "../http/app.ts";
import { readSettings } from "../settings.ts";
import type { D1Binding } from "../store/d1/binding.ts";
import { openD1 } from "../store/d1/d1.ts";
import { createSqlStore } from "../store/sql/store.ts";
import { fill } from "./fill.ts";
import { withoutCaps } from "./without-caps.ts";

/** What is bound to the worker: a D1 database that is still empty, FILLINGS as JSON (see fill.ts), and the service's settings. */
interface Bindings {
  readonly DATABASE: D1Binding;
  readonly FILLINGS: string;
  readonly SITE_URL: string;
  readonly SECRET: string;
}

// The service as a worker with a store full of comments and without caps, for the benchmark. The first request fills the database.
let app: Promise<ReturnType<typeof createApp>> | undefined;

export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    return (await (app ??= open(bindings))).fetch(request, { peer: "127.0.0.1" });
  },
};

async function open({ DATABASE, FILLINGS, ...environment }: Bindings) {
  const read = readSettings(environment);
  if ("mistakes" in read) throw new Error(read.mistakes.join("\n"));
  const { settings } = read;
  const clock = () => Date.now();
  const database = openD1(DATABASE);
  const store = await createSqlStore(database, clock());
  await fill(database, JSON.parse(FILLINGS));
  return createApp(
    createService({
      store,
      settings,
      clock,
      ids: createIds(clock),
      secret: environment.SECRET,
      limits: withoutCaps,
      log: () => {},
    }),
  );
}
