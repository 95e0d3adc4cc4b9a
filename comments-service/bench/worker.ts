import { createWorker } from "../hosts/create-worker.ts";
import type { Bindings } from "../hosts/create-worker.ts";
import { openD1 } from "../store/d1/d1.ts";
import type { D1Binding } from "../store/d1/binding.ts";
import { migrate } from "../store/sql/migrate.ts";
import { fill } from "./fill.ts";
import type { Filling } from "./fill.ts";
import { withoutCaps } from "./without-caps.ts";

// The service as a worker without caps, for the benchmark. Its first request fills the database, which is still empty, with
// FILLINGS (see fill.ts).
const worker = createWorker({ limits: withoutCaps, log: () => {} });
let isFilled = false;

type Fetch = typeof worker.fetch;

export default {
  async fetch(...[request, bindings, context]: Parameters<Fetch>): ReturnType<Fetch> {
    if (!isFilled) await fillFrom(bindings as Bindings & { DB: D1Binding });
    isFilled = true;
    return worker.fetch(request, bindings, context);
  },
};

async function fillFrom({ DB, FILLINGS }: Bindings & { DB: D1Binding }): Promise<void> {
  const database = openD1(DB);
  await migrate(database, Date.now());
  await fill(database, JSON.parse(String(FILLINGS)) as Filling[]);
}
