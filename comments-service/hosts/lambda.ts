import { Hono } from "hono/tiny";
import { handle } from "hono/aws-lambda";
import type { ApiGatewayRequestContextV2, LambdaContext, LambdaEvent } from "hono/aws-lambda";
import { faultOf, jsonLog } from "../domain/log.ts";
import { Refused } from "../domain/refused.ts";
import { SECOND } from "../domain/times.ts";
import { newSending } from "../mail/outbox.ts";
import { patiently } from "../mail/patiently.ts";
import { openDatabase } from "../store/open-database.ts";
import { createSqlStore } from "../store/sql/store.ts";
import { assemble } from "./assemble.ts";
import type { Assembled } from "./assemble.ts";
import { mailOf } from "./mail-of.ts";
import { notReady } from "./not-ready.ts";
import { readPublicSettings } from "./public-settings.ts";
import { tellingStrangers } from "./strangers.ts";
import { withRoom } from "./with-room.ts";

// The service on AWS Lambda with PostgreSQL. Its events are those of a function URL or an HTTP API (payload 2.0), and of a schedule.

/** What Amazon EventBridge sends at its time, by a rule or by its Scheduler. */
interface Scheduled {
  readonly "detail-type": "Scheduled Event";
}

const log = jsonLog((line) => console.error(line), Date.now);
/** What is left of a call's time when nothing more is begun. */
const RESERVE = 10 * SECOND;
const { refused } = newSending();
let running: Assembled | undefined;

/** A call is one request, or one event of the schedule; a process gets one after the other, and is frozen between them. */
export async function handler(event: LambdaEvent | Scheduled, context: LambdaContext) {
  if ("detail-type" in event) return workOff(await start(), context);
  if (!("rawPath" in event) || !("http" in event.requestContext))
    throw new Error(
      "unknown event: expected a function URL's, an HTTP API's with payload 2.0, or a schedule's",
    );
  return answer(event, context);
}

const app = new Hono<{ Bindings: { requestContext: ApiGatewayRequestContextV2 } }>();
app.all("*", async (c) => {
  const service = await start().catch(() => null);
  // Amazon says who opened the connection, and lets nobody else say so.
  const peer = c.env.requestContext.http.sourceIp;
  return service === null ? notReady() : service.app.fetch(c.req.raw, { peer });
});
const answer = handle(app);

/** What is known then lives as long as the process. @throws what has kept it from starting; the next call tries again. */
async function start(): Promise<Assembled> {
  try {
    return (running ??= await open());
  } catch (error) {
    // Nobody has written anything yet that the message could repeat.
    const reason = error instanceof Error ? error.message : String(error);
    log("the service does not start", { level: "error", reason });
    throw error;
  }
}

async function open(): Promise<Assembled> {
  const read = readPublicSettings(process.env);
  if ("mistakes" in read) throw new Refused(read.mistakes.join("; "));
  const { settings } = read;
  if (settings.database.engine !== "postgres")
    throw new Refused(
      "DATABASE_URL is wrong: expected postgres://…, since a function keeps no file",
    );
  const address = withOneConnection(settings.database.address);
  const database = await openDatabase({ database: { engine: "postgres", address } });
  try {
    const store = await createSqlStore(database, Date.now());
    const parts = { store, settings, log };
    return tellingStrangers(await assemble(parts, mailOf(settings), withRoom()), parts);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A process has one call at a time, and there may be many processes: one connection each, unless the address says more. */
function withOneConnection(address: string): string {
  const url = new URL(address);
  if (!url.searchParams.has("max")) url.searchParams.set("max", "1");
  return url.href;
}

/** Does all that a service does by itself. What fails is noted, and done again at the next event. */
async function workOff(service: Assembled, context: LambdaContext): Promise<void> {
  const left = () => context.getRemainingTimeInMillis() - RESERVE;
  const sending = { underWay: new Set<Promise<void>>(), refused };
  const works: [name: string, work: () => Promise<unknown>][] = [
    ["reading the list", () => service.readList()],
    [
      "sending",
      async () => {
        while (left() > 0 && (await service.send(sending)));
      },
    ],
    [
      "cleaning",
      async () => {
        while (left() > 0 && (await service.clean()));
      },
    ],
  ];
  for (const [name, work] of works)
    await work().catch((error: unknown) => log(`${name} failed`, faultOf(error)));
  // A letter that is not through by then is sent again by another call.
  await patiently(Promise.all(sending.underWay), Math.max(left(), 0) + RESERVE / 2);
}
