import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { keyedHash } from "../../../comments-service/domain/digest.ts";
import { sql } from "../../../comments-service/store/sql/statement.ts";
import type {
  Action,
  Challenge,
  Session,
  SessionAsked,
  Thread,
} from "../../../comments-service/wire.ts";
import { writeInPeace } from "../process.ts";
import { codeIn } from "../readers.ts";
import { comment, tokenOf } from "../service.ts";
import { openSite } from "../site.ts";
import type { TestSite } from "../site.ts";
import { solve } from "../solve.ts";
import { openWorker } from "./open-worker.ts";

const SERVICE_URL = "https://comments.example";
const moderators = Array.from({ length: 7 }, (_, i) => `desk-${i}@magazine.example`);
type Worker = Awaited<ReturnType<typeof openWorker>>;

describe("a worker", () => {
  let site: TestSite;
  let worker: Worker;
  beforeAll(async () => {
    site = await openSite();
    worker = await openWorker({
      SERVICE_URL,
      SITE_URL: site.url,
      CHALLENGE: "image",
      MODERATORS: moderators.join(),
    });
  });
  afterAll(async () => {
    await worker?.close();
    await site?.close();
  });

  test("takes a comment, sends its letter at once, and publishes it when it is confirmed", async () => {
    expect(await (await worker.ask("/health/live")).json()).toEqual({ status: "ok", live: true });
    await post(worker, site);
    const letter = await worker.nextLetter();
    expect(letter.to).toBe(comment.email);
    expect(await (await confirm(worker, tokenOf(letter))).text()).toContain("#kommentar-1");
    expect(await (await worker.ask("/threads/flur")).json()).toMatchObject({
      count: 1,
      comments: [{ number: 1, name: comment.name, text: comment.text }],
    });
    expect(await (await worker.ask("/health")).json()).toMatchObject({ ready: true });
  });

  test("sends five letters with an answer, and what is left at the next minute", async () => {
    const read = await (await worker.ask("/threads/flur")).json();
    const [{ id } = { id: "" }] = (read as Thread).comments;
    const challenge = await solved(worker, "report");
    const report = { reason: "spam", challenge };
    expect((await send(worker, site, `/comments/${id}/reports`, report)).status).toBe(202);
    const take = async (many: number) => {
      const letters: string[] = [];
      while (letters.length < many) letters.push((await worker.nextLetter()).to);
      return letters;
    };
    const atOnce = await take(5);
    expect(worker.letters).toEqual([]);
    await worker.scheduled("* * * * *");
    expect([...atOnce, ...(await take(2))].toSorted()).toEqual(moderators);
  });

  test("draws a picture with a code, and lets a reader in by a mailed one", async () => {
    const asked = await worker.ask("/challenge?thread=flur&kind=image");
    const { picture } = (await asked.json()) as Challenge;
    expect(picture).toMatch(/^data:image\/png;base64,iVBORw0KGgo/u);

    const begun = await send(worker, site, "/sessions", { email: "jens@mail.example" });
    const { attempt } = (await begun.json()) as SessionAsked;
    const code = codeIn(await worker.nextLetter());
    const opened = await send(worker, site, "/sessions/verify", { attempt, code });
    const { token } = (await opened.json()) as Session;
    const me = await worker.ask("/me", { headers: { Authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({ email: "jens@mail.example" });
  });

  test("knows a sender by the address that Cloudflare names, whatever else is said", async () => {
    const headers = { "CF-Connecting-IP": "192.0.2.77", "X-Forwarded-For": "192.0.2.88" };
    await send(worker, site, "/sessions", { email: "karl@mail.example" }, headers);
    const database = await worker.database();
    const keys = await database.read<{ value: string }>(
      sql`SELECT value FROM secret_key WHERE name LIKE 'day %'`,
    );
    const counted = JSON.stringify(await database.read(sql`SELECT key FROM counter`));
    const isCounted = (address: string) =>
      keys.some(({ value }) => counted.includes(keyedHash(value, address)));
    expect([isCounted("192.0.2.77"), isCounted("192.0.2.88")]).toEqual([true, false]);
  });

  test("reads the magazine's list at its time, and closes a thread that is closed there", async () => {
    const read = async () => (await worker.ask("/threads/regen")).json();
    expect(await read()).toMatchObject({ open: true });
    site.list.threads = site.list.threads.map((each) => ({ ...each, state: "closed" }));
    await worker.scheduled("*/3 * * * *");
    expect(await read()).toMatchObject({ open: false });
    site.list.threads = site.list.threads.map((each) => ({ ...each, state: "open" }));
    await worker.scheduled("*/3 * * * *");
    expect(await read()).toMatchObject({ open: true });
  });

  test("clears away at its time what was never confirmed", async () => {
    await post(worker, site);
    await worker.nextLetter();
    const database = await worker.database();
    const waiting = async () => {
      const [row] = await database.read<{ n: number }>(
        sql`SELECT count(*) AS n FROM comment WHERE state = 'unconfirmed'`,
      );
      return row?.n;
    };
    await worker.scheduled("*/10 * * * *");
    expect(await waiting()).toBe(1);
    const years = [sql`UPDATE comment SET asked_at = 1`, sql`UPDATE proof SET expires_at = 1`];
    await database.atomic(years, sql`SELECT 1`);
    await worker.scheduled("*/10 * * * *");
    expect(await waiting()).toBe(0);
  });

  test("says in its log when it is called at a time that means nothing, and of all this nothing else", async () => {
    await worker.scheduled("0 0 * * *");
    expect(worker.log).toEqual([
      expect.stringContaining('"event":"nothing is done at this time","cron":"0 0 * * *"'),
    ]);
  });
});

test("a worker that cannot start says why in its log only, all at once", async () => {
  const worker = await openWorker({
    SERVICE_URL: null,
    SITE_URL: "magazine.example",
    SECRET: null,
    MODERATORS: null,
    MAIL_URL: "smtp://127.0.0.1:25",
    DB: null,
  });
  onTestFinished(() => worker.close());
  const answer = await worker.ask("/threads/flur");
  expect([answer.status, answer.headers.get("Retry-After"), await answer.json()]).toEqual([
    503,
    "30",
    { type: "about:blank", title: "The service is not ready", status: 503 },
  ]);
  await worker.scheduled("* * * * *");
  const events = worker.log.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events.map(({ event }) => event)).toEqual(Array(2).fill("the service does not start"));
  expect(events[0]?.["reason"]).toBe(events[1]?.["reason"]);
  for (const name of ["DB", "SERVICE_URL", "SITE_URL", "SECRET", "MODERATORS", "MAIL_URL"])
    expect(events[0]?.["reason"]).toMatch(
      new RegExp(`\\b${name} is (?:missing|wrong): expected `, "u"),
    );
});

test("a worker waits for its schema, and starts with the call after it was made", async () => {
  const site = await openSite();
  const worker = await openWorker({ SERVICE_URL, SITE_URL: site.url }, { schema: "none" });
  onTestFinished(async () => {
    await worker.close();
    await site.close();
  });
  expect((await worker.ask("/threads/flur")).status).toBe(503);
  expect(worker.log).toEqual([expect.stringContaining("apply the migrations first")]);
  await worker.makeSchema();
  expect((await worker.ask("/threads/flur")).status).toBe(200);
});

describe("the words of a worker", () => {
  /** A worker with these words, and a magazine in that language. */
  async function inLanguage(language: "de" | "en" | "both", spoken: "de" | "en") {
    const site = await openSite(undefined, spoken);
    const worker = await openWorker({ SERVICE_URL, SITE_URL: site.url }, { language });
    onTestFinished(async () => {
      await worker.close();
      await site.close();
    });
    const page = async () => (await worker.ask("/mine")).text();
    const speak = (other: "de" | "en") =>
      void (site.list.site = { ...site.list.site, language: other });
    return { worker, page, speak };
  }
  const lack =
    "the magazine's language is en, and this was bundled with the words of de alone: set LANGUAGE to en where it is bundled (wrangler.jsonc), and deploy it again";

  test.each([
    ["en", "en", "Your comments"],
    ["both", "en", "Your comments"],
    ["both", "de", "Ihre Kommentare"],
  ] as const)("%s are those of a magazine in %s", async (language, spoken, title) => {
    const { worker, page } = await inLanguage(language, spoken);
    expect(await page()).toContain(`<h1>${title}</h1>`);
    expect(worker.log).toEqual([]);
  });

  test("the log says when a new magazine's are not in the bundle", async () => {
    const { worker } = await inLanguage("de", "en");
    expect((await worker.ask("/threads/flur")).status).toBe(503);
    expect(worker.log.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ event: "the magazine's list cannot be read", reason: lack }),
    ]);
  });

  test("what was known stays when a magazine changes to a language whose words are not there", async () => {
    const { worker, page, speak } = await inLanguage("de", "de");
    await page();
    speak("en");
    await worker.scheduled("*/3 * * * *");
    expect(worker.log).toEqual([expect.stringContaining(lack)]);
    expect(await page()).toContain("<h1>Ihre Kommentare</h1>");
  });

  test("a worker does not start for a magazine that it has no words for, and does when that has changed", async () => {
    const { worker, page, speak } = await inLanguage("de", "en");
    const known = sql`INSERT INTO site (id, title, url, language, time_zone, read_at)
      VALUES (1, 'Kolumne', 'https://magazine.example/', 'en', 'UTC', 1)`;
    await (await worker.database()).atomic([known], sql`SELECT 1`);
    expect((await worker.ask("/mine")).status).toBe(503);
    const events = worker.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events.at(-1)).toMatchObject({ event: "the service does not start", reason: lack });
    speak("de");
    expect(await page()).toContain("<h1>Ihre Kommentare</h1>");
  });
});

function send(
  { ask }: Worker,
  { origin }: TestSite,
  path: string,
  body: object,
  headers: Record<string, string> = {},
) {
  return ask(path, {
    method: "POST",
    headers: { Origin: origin, "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

async function solved(worker: Worker, action: Action): Promise<string> {
  const asked = await worker.ask(`/challenge?thread=flur&kind=pow&action=${action}`);
  return solve((await asked.json()) as Challenge);
}

/** Writes a comment as a person does, who takes some time for it. */
async function post(worker: Worker, site: TestSite): Promise<void> {
  const challenge = await solved(worker, "comment");
  await writeInPeace();
  const posted = await send(worker, site, "/threads/flur/comments", { ...comment, challenge });
  expect([posted.status, await posted.json()]).toEqual([202, { state: "unconfirmed" }]);
}

function confirm({ ask }: Worker, token: string) {
  return ask("/confirm", {
    method: "POST",
    headers: {
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ token }).toString(),
  });
}
