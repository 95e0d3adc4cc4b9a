import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { freePort } from "../../free-port.ts";
import { createSqlStore } from "../../../comments-service/store/sql/store.ts";
import { openSqlite } from "../../../comments-service/store/sqlite/sqlite.ts";
import type { Thread } from "../../../comments-service/wire.ts";
import { openMailServer } from "../mail/smtp-server.ts";
import {
  challengeOf,
  confirmAt,
  eventsIn,
  mailedToken,
  nodeEntry,
  postTo,
  run,
  fromShell,
  writeInPeace,
  serve,
  serveQuick,
} from "../process.ts";
import { comment } from "../service.ts";
import { openSite } from "../site.ts";

const PATH = process.env["PATH"] ?? "";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "kolumne-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function site() {
  const opened = await openSite();
  onTestFinished(() => opened.close());
  return opened;
}

describe("called wrongly, it says in one line what is wrong and ends with 2", () => {
  test("an unknown command", async () => {
    const called = run(nodeEntry, ["delete", "x"], { PATH }, folder());
    expect(await called.exit).toBe(2);
    expect(called.err).toMatch(
      /^usage: node \/\S+\/comments-service\/hosts\/node\.ts \[hide\|publish\|erase ID\n/u,
    );
  });

  test("an act without an id", async () => {
    const called = run(nodeEntry, ["hide"], { PATH }, folder());
    expect([await called.exit, called.err.split("\n")[0]]).toEqual([
      2,
      `usage: node ${nodeEntry} [hide|publish|erase ID`,
    ]);
  });

  test("settings, each in its line", async () => {
    const called = await fromShell([], { PATH, PORT: "x", SECRET: "short" }, folder());
    expect(await called.exit).toBe(2);
    expect(called.err).toBe(
      "setting PORT is wrong: expected a port from 1 to 65535\nsetting SECRET is wrong: expected at least 32 characters that nobody can guess, or several of these with commas between them\n",
    );
  });

  test("a port in use", async () => {
    const port = await freePort();
    const other = createServer().listen(port);
    onTestFinished(() => void other.close());
    await once(other, "listening");
    const called = await fromShell([], { PATH, PORT: String(port) }, folder());
    expect(await called.exit).toBe(2);
    expect(called.err).toBe(
      `port ${port} is in use: set PORT to another one, or stop what listens there\n`,
    );
  });

  test("a database that cannot be opened", async () => {
    const env = { PATH, DATABASE_URL: "file:no/such/folder/comments.sqlite" };
    const called = await fromShell([], env, folder());
    expect(await called.exit).toBe(2);
    expect(called.err).toMatch(
      /^the store cannot answer now \(cannot open no\/such\/folder\/comments\.sqlite: .*\)\n$/u,
    );
  });

  test("a database that a newer Kolumne wrote", async () => {
    const cwd = folder();
    const raw = new DatabaseSync(join(cwd, "comments.sqlite"));
    raw.exec(
      "CREATE TABLE schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, migrated_at INTEGER NOT NULL) STRICT; INSERT INTO schema_version VALUES (99, 'later', 1)",
    );
    raw.close();
    const called = await fromShell([], { PATH, PORT: String(await freePort()) }, cwd);
    expect(await called.exit).toBe(2);
    expect(called.err).toMatch(
      /^the database has schema 99, this Kolumne knows up to \d+: start the newer Kolumne .*\n$/u,
    );
  });
});

test.each(["service", "outbox"])(
  "it ends when its database fails after it was opened, at the key %s",
  async (key) => {
    const cwd = folder();
    const path = join(cwd, "comments.sqlite");
    await (await createSqlStore(openSqlite(path), 1)).close();
    const raw = new DatabaseSync(path);
    raw.exec(`CREATE TRIGGER no_key BEFORE INSERT ON secret_key WHEN NEW.name = '${key}'
      BEGIN SELECT RAISE(ABORT, 'no key'); END`);
    raw.close();
    const called = await fromShell([], { PATH, PORT: String(await freePort()) }, cwd);
    expect([await called.exit, called.err]).toEqual([2, "no key\n"]);
  },
);

test("without any setting it serves with an own database, and shows its letters at /outbox", async () => {
  const [magazine, cwd, port] = [await site(), folder(), await freePort()];
  writeFileSync(join(cwd, ".env"), `SITE_URL=${magazine.url}\nPORT=${port}\n`);
  const { url, out, child, exit, err } = await serve(nodeEntry, { PATH }, cwd);
  expect(url).toBe(`http://localhost:${port}`);
  expect(await (await fetch(`${url}/health`)).json()).toEqual({
    status: "ok",
    live: true,
    ready: true,
  });
  const challenge = await challengeOf(url);
  await writeInPeace();
  expect((await postTo(url, magazine.origin, { ...comment, challenge })).status).toBe(202);
  // Also an address of this machine, but not the one that it listens on.
  await expect(fetch(`http://127.0.0.2:${port}/health`)).rejects.toThrow("fetch failed");
  const letters = /^letters at (http:\/\/localhost:\d+\/outbox\?key=[0-9a-f]{64})$/mu.exec(
    out,
  )?.[1];
  const outbox = await (await fetch(letters ?? "")).text();
  const link = /<a href="(http:\/\/localhost:\d+\/confirm\?token=([0-9a-f]{76}))"/u.exec(outbox);
  expect(link?.[1]).toBe(`${url}/confirm?token=${link?.[2]}`);
  expect(await (await fetch(link?.[1] ?? "")).text()).toContain("<button");
  expect((await confirmAt(url, link?.[2] ?? "")).status).toBe(200);
  expect(await (await fetch(`${url}/threads/flur`)).json()).toMatchObject({ count: 1 });
  child.kill("SIGTERM");
  expect([await exit, err]).toEqual([0, ""]);
});

test("what ends it stands in its log as a line of JSON, without a message that may repeat what somebody wrote", async () => {
  const [magazine, cwd, port] = [await site(), folder(), await freePort()];
  const fails = `process.once("SIGUSR2", () => { throw new RangeError("petra@mail.example"); })`;
  writeFileSync(join(cwd, "fails.mjs"), fails);
  const NODE_OPTIONS = `--import=${join(cwd, "fails.mjs")}`;
  const env = { PATH, PORT: String(port), SITE_URL: magazine.url, NODE_OPTIONS };
  const service = await serve(nodeEntry, env, cwd);
  service.child.kill("SIGUSR2");
  expect(await service.exit).toBe(1);
  expect(service.err).not.toContain("petra");
  expect(eventsIn(service.err)).toMatchObject([
    { time: expect.any(String), level: "error", error: "RangeError", at: expect.any(String) },
  ]);
});

test("it mails through the configured server, and a moderator acts from the shell while it runs", async () => {
  const [magazine, cwd, mail, port] = [
    await site(),
    folder(),
    await openMailServer(),
    await freePort(),
  ];
  const env = {
    PATH,
    PORT: String(port),
    SITE_URL: magazine.url,
    MAIL_URL: mail.url,
    DATABASE_URL: "file:talk.sqlite",
  };
  const { url, child, exit } = await serve(nodeEntry, env, cwd);
  const challenge = await challengeOf(url);
  await writeInPeace();
  await postTo(url, magazine.origin, { ...comment, challenge });
  expect((await confirmAt(url, await mailedToken(mail))).status).toBe(200);

  const read = async () =>
    ((await (await fetch(`${url}/threads/flur`)).json()) as Thread).comments[0];
  const id = (await read())?.id ?? "";
  const act = async (name: string, which = id) => {
    const called = await fromShell([name, which], env, cwd);
    return [await called.exit, called.out + called.err, (await read())?.state];
  };
  const named = `comment ${id} ([1] in thread flur)`;
  expect(await act("hide")).toEqual([0, `${named} was published and is now hidden\n`, "hidden"]);
  expect(await act("hide")).toEqual([
    1,
    `${named} is hidden: there is nothing to hide\n`,
    "hidden",
  ]);
  expect(await act("publish")).toEqual([
    0,
    `${named} was hidden and is now published\n`,
    "published",
  ]);
  expect(await act("erase")).toEqual([0, `${named} was published and is now erased\n`, "erased"]);
  expect(await act("publish")).toEqual([
    1,
    `${named} is erased: there is nothing to publish\n`,
    "erased",
  ]);
  expect(await act("erase", "nobody")).toEqual([1, "there is no comment nobody\n", "erased"]);
  const raw = new DatabaseSync(join(cwd, "talk.sqlite"), { readOnly: true });
  const entries = raw.prepare("SELECT act FROM record WHERE who LIKE 'shell (%' ORDER BY at").all();
  raw.close();
  expect(entries.map((entry) => entry["act"])).toEqual(["hide", "publish", "erase"]);
  child.kill("SIGINT");
  expect(await exit).toBe(0);
  expect(readFileSync(join(cwd, "talk.sqlite"), "latin1")).not.toContain(comment.text);
});

test("asked to stop, it finishes what it has taken", async () => {
  const [magazine, cwd] = [await site(), folder()];
  const { url, child, exit } = await serveQuick({ PATH, SITE_URL: magazine.url }, cwd);
  const challenges = await Promise.all(Array.from({ length: 40 }, () => challengeOf(url)));
  const posts = challenges.map((challenge, i) =>
    postTo(url, magazine.origin, { ...comment, text: `Text ${i}`, challenge }),
  );
  await Promise.race(posts);
  child.kill("SIGTERM");
  const taken = (await Promise.allSettled(posts)).filter(
    (post) => post.status === "fulfilled" && post.value.status === 202,
  );
  expect(await exit).toBe(0);
  const raw = new DatabaseSync(join(cwd, "comments.sqlite"), { readOnly: true });
  const kept = Number(raw.prepare("SELECT count(*) AS n FROM comment").get()?.["n"]);
  raw.close();
  expect(taken.length).toBeGreaterThan(0);
  expect(kept).toBeGreaterThanOrEqual(taken.length);
});
