import { readPublicSettings } from "./public-settings.ts";
import { assemble } from "./assemble.ts";
import type { Check } from "../domain/checks/check.ts";
import { lackOfWords } from "../domain/languages.ts";
import { faultOf, jsonLog } from "../domain/log.ts";
import type { Log } from "../domain/log.ts";
import type { Limits } from "../domain/rates.ts";
import { Refused } from "../domain/refused.ts";
import { createHttpMail } from "../mail/http.ts";
import { newSending } from "../mail/outbox.ts";
import type { Settings } from "../settings.ts";
import type { D1Binding } from "../store/d1/binding.ts";
import { openD1 } from "../store/d1/d1.ts";
import { requireSchema } from "../store/sql/migrate.ts";
import type { Assembled } from "./assemble.ts";
import { notReady } from "./not-ready.ts";
import { storeOn } from "../store/sql/store.ts";

/** What `wrangler.jsonc` and `wrangler secret` bind to the worker: the database, and the settings under their names. */
export type Bindings = Readonly<Record<string, unknown>> & { readonly DB?: D1Binding };

/** What we use of the context of a call. */
interface Context {
  /** Goes on with this when the call was answered, or whoever called has gone; half a minute at most. */
  waitUntil(work: Promise<unknown>): void;
}

/** What is done at which cron trigger; the table in `wrangler.jsonc` is the same. */
export const jobs = {
  "* * * * *": "sending",
  "*/3 * * * *": "reading the list",
  "*/10 * * * *": "cleaning",
} as const;
type Job = (typeof jobs)[keyof typeof jobs];

// A call of a worker may ask its database only so often: 50 times on the free plan. What is left over waits for the next one.
const ROUNDS = { afterAnswer: 1, scheduled: 4 };

/**
 * The service as a worker with D1, as Cloudflare's runtime calls it. It starts with the first call, and what it knows then lives as long as
 * the isolate; where it cannot start, the log says why, whoever asks gets a 503, and the next call tries again.
 * @param options what differs in tests and in the benchmark.
 */
export function createWorker(
  options: {
    limits?: Partial<Limits>;
    checks?: readonly Check[];
    log?: Log;
  } = {},
) {
  const { log = jsonLog((line) => console.error(line), Date.now) } = options;
  const { refused } = newSending();
  let running: Assembled | undefined;

  async function open(bindings: Bindings): Promise<Assembled> {
    const { settings, DB } = readBindings(bindings);
    const database = openD1(DB);
    await requireSchema(database);
    const store = storeOn(database);
    const mail =
      settings.mail.kind === "http" ? createHttpMail(settings.mail, settings.mailFrom) : null;
    const service = await assemble({ ...options, store, settings, log }, mail);
    let site = await store.site();
    // On a new database nobody waits for the first cron trigger. What is known of a magazine in another language may be out of date.
    if (site === null || lackOfWords(site.language) !== null) {
      await service.readList();
      site = await store.site();
    }
    const lack = site && lackOfWords(site.language);
    if (lack !== null) throw new Refused(lack);
    if (service.outbox !== null) log("letters are shown", { level: "info", at: service.outbox });
    return service;
  }

  /** What came of it is kept, not the promise: that of a call which was cut off would never end. */
  async function started(bindings: Bindings): Promise<Assembled | null> {
    try {
      return (running ??= await open(bindings));
    } catch (error) {
      // Nobody has written anything yet that the message could repeat.
      const reason = error instanceof Error ? error.message : String(error);
      log("the service does not start", { level: "error", reason });
      return null;
    }
  }

  async function send(service: Assembled, rounds: number): Promise<void> {
    // Letters under way belong to their call, which ends with the last of them.
    const sending = { underWay: new Set<Promise<void>>(), refused };
    for (let round = 0; round < rounds; round += 1) if (!(await service.send(sending))) break;
    await Promise.all(sending.underWay);
  }

  async function run(job: Job, work: () => Promise<unknown>): Promise<void> {
    await work().catch((error: unknown) =>
      log(`${job} failed`, { level: "error", ...faultOf(error) }),
    );
  }

  return {
    async fetch(request: Request, bindings: Bindings, context: Context): Promise<Response> {
      const service = await started(bindings);
      if (service === null) return notReady();
      // Cloudflare says who opened the connection, and lets nobody else say so.
      const peer = request.headers.get("CF-Connecting-IP");
      const answering = Promise.resolve(service.app.fetch(request, { peer }));
      // A reader who hangs up stops nothing: others may wait for the same, and what was begun shall stand.
      context.waitUntil(answering);
      const answer = await answering;
      // What was just written shall not wait for the next minute.
      if (answer.ok && !isSafe(request.method))
        context.waitUntil(run("sending", () => send(service, ROUNDS.afterAnswer)));
      return answer;
    },

    async scheduled({ cron }: { readonly cron: string }, bindings: Bindings): Promise<void> {
      const service = await started(bindings);
      if (service === null) return;
      const works: Record<Job, () => Promise<unknown>> = {
        sending: () => send(service, ROUNDS.scheduled),
        "reading the list": () => service.readList(),
        cleaning: () => service.clean(),
      };
      if (cron in jobs) {
        const job = jobs[cron as keyof typeof jobs];
        await run(job, works[job]);
      } else log("nothing is done at this time", { cron, expected: Object.keys(jobs).join(", ") });
    },
  };
}

/** @throws Refused with everything that is missing or wrong. */
function readBindings({ DB, ...bound }: Bindings): { settings: Settings; DB: D1Binding } {
  // Numbers may stand in `vars` as such.
  const environment = Object.fromEntries(
    Object.entries(bound).map(([name, value]: [string, unknown]) => [name, String(value)]),
  );
  const read = readPublicSettings(environment);
  const mistakes = "mistakes" in read ? [...read.mistakes] : [];
  if (/^smtps?:/u.test(environment["MAIL_URL"] ?? ""))
    mistakes.push(
      "MAIL_URL is wrong: expected resend://… or postmark://…, since a worker has no way to a mail server",
    );
  if (DB === undefined) mistakes.push("DB is missing: expected a D1 database under that name");
  if (DB === undefined || "mistakes" in read || mistakes.length > 0)
    throw new Refused(mistakes.join("; "));
  return { settings: read.settings, DB };
}

/** RFC 9110, 9.2.1: asks for nothing to be done. */
const isSafe = (method: string): boolean => method === "GET" || method === "HEAD";
