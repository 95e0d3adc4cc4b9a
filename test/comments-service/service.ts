import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createApp } from "../../comments-service/http/app.ts";
import { showLetter } from "../../comments-service/acts/tell-desk.ts";
import { textLog } from "../../comments-service/domain/log.ts";
import { defaultLimits } from "../../comments-service/domain/rates.ts";
import type { Check } from "../../comments-service/domain/checks/check.ts";
import type { Limits } from "../../comments-service/domain/rates.ts";
import type { Letter } from "../../comments-service/mail/mail.ts";
import { withQuestionMarks } from "../../comments-service/store/sql/statement.ts";
import { outboxAddress } from "../../comments-service/http/pages/outbox.ts";
import { createService } from "../../comments-service/acts/service.ts";
import type { Service } from "../../comments-service/acts/service.ts";
import { withRoom } from "../../comments-service/hosts/with-room.ts";
import { readSettings } from "../../comments-service/settings.ts";
import type { Settings } from "../../comments-service/settings.ts";
import { openD1 } from "../../comments-service/store/d1/d1.ts";
import { openDatabase } from "../../comments-service/store/open-database.ts";
import type { Database } from "../../comments-service/store/sql/database.ts";
import { createSqlStore } from "../../comments-service/store/sql/store.ts";
import type { OpenStore } from "../../comments-service/store/port/store.ts";
import type { Action, Challenge, Thread } from "../../comments-service/wire.ts";
import { newD1 } from "./d1/bridge.ts";
import { engine } from "./engine.ts";
import { writeMigrated } from "./migrated-file.ts";
import { temporaryDatabase } from "./postgres/shared.ts";
import { openSite } from "./site.ts";
import type { TestSite, TestThread } from "./site.ts";
import { solve } from "./solve.ts";
import { withinD1 } from "./within-d1.ts";

/** Far ahead, so that whatever reads the machine's clock instead of the one passed in shows. */
export const start = Date.UTC(2090, 9, 23, 4, 15);
export const secret = "a secret of the tests that nobody can guess";
const serviceUrl = "https://comments.example";

/** A service on a real database and a real little magazine, asked in process, with a clock that the test sets. */
export interface TestService {
  /** What the routes work with. */
  service: Service;
  site: TestSite;
  store: OpenStore;
  database: Database;
  /** The statements of every act that was run, in their order. */
  acts: string[][];
  settings: Settings;
  databasePath: string;
  clock: { now: number };
  /** A line for each event, as on a terminal. */
  log: string[];
  ask(path: string, init?: RequestInit, peer?: string): Promise<Response>;
  /** Reads a thread as JSON. */
  thread(id?: string, query?: string): Promise<Thread>;
  challenge(options?: { thread?: string; action?: Action }): Promise<string>;
  /** Posts JSON as the widget does. */
  send(path: string, body: unknown, more?: Sending): Promise<Response>;
  /** Writes a comment with a challenge of its own. */
  post(words?: object, more?: Sending & { thread?: string }): Promise<Response>;
  /** All letters, the last one first. */
  letters(): Promise<Letter[]>;
  token(): Promise<string>;
  /** The local outbox, as whoever started the service opens it. */
  outbox(): Promise<Response>;
  confirm(token: string, headers?: Record<string, string>): Promise<Response>;
  /** Writes a comment and confirms it. @returns its number. */
  publish(words?: object, more?: Sending & { thread?: string }): Promise<number>;
}

interface Sending {
  headers?: Record<string, string>;
  peer?: string;
}

export async function openService(
  options: {
    threads?: TestThread[];
    language?: string;
    limits?: Partial<Limits>;
    /** None unless given: a test writes quicker than any person. */
    checks?: readonly Check[];
    env?: Record<string, string>;
    /** What pictures are drawn from. */
    random?: () => number;
    /** What it runs on; a new one of the project's engine unless given. */
    database?: Database;
  } = {},
): Promise<TestService> {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-"));
  const site = await openSite(options.threads, options.language);
  const databasePath = join(folder, "comments.sqlite");
  const settings = settingsOf({
    SERVICE_URL: serviceUrl,
    SITE_URL: site.url,
    DATABASE_URL:
      engine === "PostgreSQL" ? await temporaryDatabase("migrated") : `file:${databasePath}`,
    MAIL_URL: "smtp://127.0.0.1:9",
    MAIL_FROM: "comments@magazine.example",
    MODERATORS: "desk@magazine.example",
    SECRET: secret,
    ...options.env,
  });
  const clock = { now: start };
  const log: string[] = [];
  const acts: string[][] = [];
  if (engine === "SQLite") await writeMigrated(databasePath);
  const opened = withinD1(
    options.database ??
      (engine === "D1" ? openD1((await newD1("migrated")).binding) : await openDatabase(settings)),
  );
  const database: Database = {
    ...opened,
    atomic: (statements, question) => {
      acts.push([...statements, question].map((statement) => withQuestionMarks(statement).sql));
      return opened.atomic(statements, question);
    },
  };
  const store = await createSqlStore(database, clock.now);
  let made = 0;
  const ids = {
    id: () => (made += 1).toString(16).padStart(32, "0"),
    token: () => (made += 1).toString(16).padStart(64, "0"),
  };
  const service = createService({
    store,
    settings,
    clock: () => clock.now,
    ids,
    secret,
    log: textLog((line) => void log.push(line)),
    limits: { ...defaultLimits, ...options.limits },
    checks: options.checks ?? [],
    difficulty: { cost: 1, least: 1, most: 3 },
    ...(options.random === undefined ? {} : { random: options.random }),
  });
  const app = createApp(service, withRoom());
  onTestFinished(async () => {
    await store.close();
    await site.close();
    rmSync(folder, { recursive: true });
  });

  const ask: TestService["ask"] = async (path, init, peer = "192.0.2.1") =>
    app.request(new URL(path, settings.serviceUrl).href, init, { peer });

  const test: TestService = {
    service,
    site,
    store,
    database,
    acts,
    settings,
    databasePath,
    clock,
    log,
    ask,
    // What the service answers to this is held to the wire by the reading tests.
    thread: async (id = "flur", query = "") =>
      (await (await ask(`/threads/${id}${query}`)).json()) as Thread,
    async challenge({ thread = "flur", action = "comment" } = {}) {
      const answer = await ask(`/challenge?thread=${thread}&kind=pow&action=${action}`);
      return solve((await answer.json()) as Challenge);
    },
    send: (path, body, { headers, peer } = {}) =>
      ask(
        path,
        {
          method: "POST",
          headers: { Origin: site.origin, "Content-Type": "application/json", ...headers },
          body: typeof body === "string" ? body : JSON.stringify(body),
        },
        peer,
      ),
    async post(words, { thread = "flur", ...more } = {}) {
      const challenge = await test.challenge({ thread });
      return test.send(`/threads/${thread}/comments`, { ...comment, challenge, ...words }, more);
    },
    async letters() {
      const waiting = await store.letters(1000);
      // Letters of one millisecond stand in the order of their ids.
      waiting.sort((a, b) => b.created - a.created || b.id.localeCompare(a.id));
      const opened = await Promise.all(waiting.map((letter) => showLetter(service, letter)));
      return opened.filter((letter) => letter !== null);
    },
    async token() {
      const letters = await test.letters();
      return tokenOf(letters.find(({ text }) => text.includes("/confirm?token=")));
    },
    outbox: async () => ask((await outboxAddress(service)) ?? "/outbox?key=none", {}, "127.0.0.1"),
    confirm: (token, headers = { "Sec-Fetch-Site": "same-origin" }) =>
      ask("/confirm", { method: "POST", headers, body: new URLSearchParams({ token }) }),
    async publish(words, more) {
      const answer = await test.post(words, more);
      if (answer.status !== 202) throw new Error(`not taken: ${await answer.text()}`);
      const page = await (await test.confirm(await test.token())).text();
      return Number(/#kommentar-(\d+)/u.exec(page)?.[1]);
    },
  };
  return test;
}

/** What a reader might write. */
export const comment = { name: "Petra", email: "petra@mail.example", text: "Das sehe ich anders." };

export function tokenOf(letter: Pick<Letter, "text"> | undefined): string {
  const token = /confirm\?token=([0-9a-f]{76})/u.exec(letter?.text ?? "")?.[1];
  if (token === undefined) throw new Error("the letter has no link to confirm");
  return token;
}

export function settingsOf(env: Record<string, string>): Settings {
  const read = readSettings(env);
  if ("mistakes" in read) throw new Error(read.mistakes.join("\n"));
  return read.settings;
}
