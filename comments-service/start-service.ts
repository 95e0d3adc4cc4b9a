import { createServer } from "node:http";
import type { Server } from "node:http";
import { setTimeout } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import type { HttpBindings } from "@hono/node-server";
import { createApp } from "./app.ts";
import type { Difficulty } from "./domain/challenge.ts";
import { randomIds } from "./domain/ids.ts";
import type { Limits } from "./domain/rates.ts";
import { cleaningTimes } from "./domain/retention.ts";
import { MINUTE, SECOND } from "./domain/times.ts";
import type { Mail } from "./mail/mail.ts";
import { sendDueLetters } from "./mail/outbox.ts";
import { createSmtpMail } from "./mail/smtp.ts";
import { repeat } from "./repeat.ts";
import { createService } from "./service.ts";
import type { Settings } from "./settings.ts";
import { createSqlStore } from "./store/sql/store.ts";
import { openSqlite } from "./store/sqlite.ts";

const clock = () => Date.now();
const LIST_PAUSE = 3 * MINUTE;
// How long requests and letters under way may take at the end. A letter cut off is sent again by the next start.
const PATIENCE = 10 * SECOND;
// All that readers send is small.
const REQUEST_TIMEOUT = 30 * SECOND;
const ROWS_CLEANED_AT_ONCE = 500;

/** A running service. */
export interface Running {
  port: number;
  /** Finishes what was taken, then lets go of port and database. */
  stop(): Promise<void>;
}

/**
 * Starts the service on Node: opens the database, listens, and keeps reading the magazine's list, sending letters and cleaning up.
 * @param options what differs in tests.
 * @throws an error with the code EADDRINUSE when the port is taken, StoreUnavailable when the database cannot be opened.
 */
export async function startService(
  settings: Settings,
  options: { limits?: Limits; difficulty?: Difficulty; log?: (line: string) => void } = {},
): Promise<Running> {
  const { log = (line) => console.error(line) } = options;
  const store = await createSqlStore(openSqlite(settings.databasePath), clock());
  const secret = settings.secret ?? (await store.key("service", randomIds.token(), clock()));
  const service = createService({
    ...options,
    store,
    settings,
    clock,
    ids: randomIds,
    secret,
    log,
  });
  const app = createApp(service);
  const mail =
    settings.mail.kind === "smtp" ? createSmtpMail(settings.mail.url, settings.mailFrom) : null;

  const answer = getRequestListener((request, env) => {
    // The listener gives Node's own request and answer as its bindings.
    const { incoming } = env as HttpBindings;
    return app.fetch(request, { peer: incoming.socket.remoteAddress ?? null });
  });
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT },
    (incoming, outgoing) => void answer(incoming, outgoing),
  );
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(settings.port, resolve);
    });
  } catch (error) {
    await store.close();
    throw error;
  }

  const stops = [
    repeat("reading the list", log, async () => {
      await service.magazine.refresh();
      return (await store.site()) === null ? 10 * SECOND : LIST_PAUSE;
    }),
    repeat("cleaning", log, async () => {
      await store.clean(cleaningTimes(clock()), ROWS_CLEANED_AT_ONCE);
      return 10 * MINUTE;
    }),
    ...(mail === null ? [] : [repeat("sending", log, () => send(mail))]),
  ];

  async function send(by: Mail): Promise<number> {
    const taken = await sendDueLetters({ store, mail: by, secret, clock, log });
    return taken > 0 ? 0 : SECOND;
  }

  return {
    port: portOf(server),
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const finished = Promise.all([closed, ...stops.map((stop) => stop())]);
      await Promise.race([finished, setTimeout(PATIENCE, null, { ref: false })]);
      server.closeAllConnections();
      await mail?.close();
      await store.close();
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
