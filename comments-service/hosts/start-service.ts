import { createServer } from "node:http";
import type { Server } from "node:http";
import type { getRequestListener, HttpBindings } from "@hono/node-server";
import type { Difficulty } from "../domain/difficulty.ts";
import type { Check } from "../domain/checks/check.ts";
import { isLoopback, isLoopbackHost } from "../domain/client-address.ts";
import { jsonLog, textLog } from "../domain/log.ts";
import type { Log } from "../domain/log.ts";
import type { Random } from "../domain/image-code/random.ts";
import type { Limits } from "../domain/rates.ts";
import { MINUTE, SECOND } from "../domain/times.ts";
import { newSending } from "../mail/outbox.ts";
import { patiently } from "../mail/patiently.ts";
import { assemble } from "./assemble.ts";
import type { Assembled } from "./assemble.ts";
import { mailOf } from "./mail-of.ts";
import { createDoor, mostConnections } from "./door.ts";
import { repeat } from "./repeat.ts";
import type { Settings } from "../settings.ts";
import { openDatabase } from "../store/open-database.ts";
import { shareLookUps } from "./shared-look-ups.ts";
import { createSqlStore } from "../store/sql/store.ts";
import { tellingStrangers } from "./strangers.ts";
import { watchDatabase } from "./watching.ts";
import { withRoom } from "./with-room.ts";

const LIST_PAUSE = 3 * MINUTE;
// How long requests and letters under way may take at the end. A letter cut off is sent again by the next start.
const PATIENCE = 10 * SECOND;
// All that readers send is small.
const REQUEST_TIMEOUT = 30 * SECOND;

type Answer = ReturnType<typeof getRequestListener>;

/** A running service. */
export interface Running {
  port: number;
  /** Where the local outbox is; null when letters are sent. */
  outbox: string | null;
  /** Whether the database was made at this start. */
  isNew: boolean;
  /** Fulfilled when the database is gone for good. The service takes nothing more then, and should be stopped. */
  lost: Promise<void>;
  /**
   * Says at once that it is no longer ready, and after STOP_DELAY, or when it is called again, takes nothing more, finishes what was taken, and lets go
   * of port and database.
   */
  stop(): Promise<void>;
}

/**
 * Starts the service on Node: opens the database, listens, and keeps reading the magazine's list, sending letters and cleaning up.
 * @param options what differs in tests.
 * @throws an error with the code EADDRINUSE when the port is taken, StoreUnavailable when the database cannot be opened,
 * Refused when it is not there though something is left of it.
 */
export async function startService(
  settings: Settings,
  options: {
    limits?: Partial<Limits>;
    checks?: readonly Check[];
    difficulty?: Difficulty;
    random?: Random;
    log?: Log;
    /** Between two looks at the database, in milliseconds. */
    lookPause?: number;
  } = {},
): Promise<Running> {
  const { log = standardLog(), lookPause = 2 * SECOND } = options;
  const begun = Promise.withResolvers<void>();
  const database = await openDatabase(settings, begun.promise);
  const store = shareLookUps(await createSqlStore(database, Date.now()));
  const mail = mailOf(settings);
  // What is left open would keep the process from ending.
  const giveUp = async (error: unknown): Promise<never> => {
    await mail?.close();
    await store.close();
    throw error;
  };
  const parts = { ...options, store, settings, log };
  const assembled = await assemble(parts, mail, withRoom()).catch(giveUp);
  const service = tellingStrangers(assembled, parts);

  const door = createDoor(log, answersOf(service.app));
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT }, (incoming, outgoing) =>
    door.enter(incoming, outgoing),
  );
  server.maxConnections = mostConnections;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port, hostOf(settings.serviceUrl), resolve);
  }).catch(giveUp);

  // What a start need not wait for comes when whoever waits for it has gone on.
  setImmediate(begun.resolve);
  const sending = newSending();
  const watch =
    database.file && watchDatabase({ file: database.file, clock: Date.now, log, pause: lookPause });
  const stops = [
    ...(watch === null ? [] : [watch.stop]),
    repeat("reading the list", log, async () =>
      (await service.readList()) ? LIST_PAUSE : 10 * SECOND,
    ),
    repeat("cleaning", log, async () => ((await service.clean()) ? SECOND : 10 * MINUTE)),
    ...(mail === null
      ? []
      : [repeat("sending", log, async () => ((await service.send(sending)) ? 0 : SECOND))]),
  ];

  const hastened = Promise.withResolvers<void>();
  let stopping: Promise<void> | undefined;

  return {
    port: portOf(server),
    outbox: service.outbox,
    isNew: database.file?.isNew ?? false,
    lost: watch?.lost ?? new Promise(() => {}),
    stop() {
      if (stopping !== undefined) hastened.resolve();
      return (stopping ??= end());
    },
  };

  async function end(): Promise<void> {
    door.close();
    await patiently(hastened.promise, settings.stopDelay * SECOND);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const finished = Promise.all([closed, ...stops.map((stop) => stop())]).then(() =>
      Promise.all(sending.underWay),
    );
    await patiently(finished, PATIENCE);
    server.closeAllConnections();
    await mail?.close();
    await store.close();
  }
}

/**
 * Answers Node's requests as the app says. What makes the web's requests of them comes with the first one: it loads Node's fetch, which takes as long
 * as a third of all that happens before.
 */
function answersOf(app: Assembled["app"]): Answer {
  let answer: Answer = async (...asked) => {
    const { getRequestListener } = await import("@hono/node-server");
    answer = getRequestListener((request, env) => {
      // The listener gives Node's own request and answer as its bindings.
      const { incoming } = env as HttpBindings;
      return app.fetch(request, { peer: incoming.socket.remoteAddress ?? null });
    });
    return answer(...asked);
  };
  return (...asked) => answer(...asked);
}

/** What happens, on standard error: for people on a terminal, else for programs. */
export function standardLog(): Log {
  const write = (line: string) => console.error(line);
  return process.stderr.isTTY ? textLog(write) : jsonLog(write, Date.now);
}

/** On a loopback SERVICE_URL nobody else is meant to reach the service; on any other, whoever can. */
function hostOf(serviceUrl: string): string | undefined {
  const name = new URL(serviceUrl).hostname.replace(/^\[|\]$/gu, "");
  if (!isLoopbackHost(name)) return undefined;
  return isLoopback(name) ? name : "127.0.0.1";
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
