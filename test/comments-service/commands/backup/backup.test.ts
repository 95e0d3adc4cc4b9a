import {
  copyFileSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { backUp } from "../../../../comments-service/commands/backup/backup.ts";
import { restore } from "../../../../comments-service/commands/backup/restore.ts";
import { all } from "../export/exporting.ts";
import { cleaningTimes } from "../../../../comments-service/domain/retention.ts";
import { DAY } from "../../../../comments-service/domain/times.ts";
import { commentsIn } from "../../database-file.ts";
import { openHolding, queue } from "../../http/desk/moderator.ts";
import { openReader } from "../../readers.ts";
import { temporaryFile } from "../import/importing.ts";
import { challengeOf, postTo, fromShell, serveQuick } from "../../process.ts";
import { comment, openService, secret } from "../../service.ts";
import { openSite } from "../../site.ts";

const PATH = process.env["PATH"] ?? "";
const quiet = () => {};
const now = Date.UTC(2090, 0, 2, 3, 4, 5);
const bytes = (path: string) => readFileSync(path).toString("latin1");

test("a backup is taken from a running service that is written to all the time, and is whole", async () => {
  const site = await openSite();
  onTestFinished(() => site.close());
  const cwd = dirname(temporaryFile("x"));
  const env = { PATH, SITE_URL: site.url, SECRET: secret };
  const { url, child, exit } = await serveQuick(env, cwd);
  const statuses: number[] = [];
  const stopped = new AbortController();
  const write = async () => {
    for (let i = 0; !stopped.signal.aborted; i += 1) {
      const challenge = await challengeOf(url);
      statuses.push(
        (await postTo(url, site.origin, { ...comment, text: `Text ${i}`, challenge })).status,
      );
    }
  };
  const writers = [write(), write(), write()];

  const kept: number[] = [];
  for (const name of ["a.db", "b.db"]) {
    await expect.poll(() => statuses.length).toBeGreaterThan(kept.at(-1) ?? 0);
    const acknowledged = statuses.length;
    const called = await fromShell(["backup", name], { PATH }, cwd);
    expect([await called.exit, called.err]).toEqual([0, ""]);
    expect(called.out).toMatch(new RegExp(`^${name}: \\d+ comments?, schema \\d+\\n$`, "u"));
    const rows = commentsIn(join(cwd, name)).length;
    // What had been acknowledged before is in it.
    expect(rows).toBeGreaterThanOrEqual(acknowledged);
    kept.push(rows);
  }
  stopped.abort();
  await Promise.all(writers);
  child.kill("SIGTERM");
  expect(await exit).toBe(0);
  expect(new Set(statuses)).toEqual(new Set([202]));
  expect(kept[1]).toBeGreaterThan(kept[0] ?? 0);
  expect(readdirSync(cwd).filter((name) => name.includes(".db"))).toEqual(["a.db", "b.db"]);
});

describe("a backup", () => {
  test("holds what the database held, in one file that only its owner may read", async () => {
    const service = await openService();
    await service.publish();
    const path = temporaryFile("backup.db");
    const lines: string[] = [];
    expect(await backUp(service.databasePath, path, (line) => void lines.push(line))).toEqual([
      expect.stringMatching(/backup\.db: 1 comment, schema \d+$/u),
    ]);
    expect(readdirSync(dirname(path))).toEqual(["backup.db"]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await all(path)).toBe(await all(service.databasePath));
  });

  test("replaces nothing, and needs a database", async () => {
    const service = await openService();
    const path = temporaryFile("backup.db", "other");
    await expect(backUp(service.databasePath, path, quiet)).rejects.toThrow(
      "is there already: a backup replaces nothing",
    );
    expect(readFileSync(path, "utf8")).toBe("other");
    await expect(backUp("no/such.sqlite", temporaryFile("b.db"), quiet)).rejects.toThrow(
      "there is no database no/such.sqlite",
    );
  });
});

describe("restoring", () => {
  /** A stopped service with a backup and something that happened since. */
  async function stopped(since: "nothing" | "a comment" | "an erasure") {
    const service = await openService();
    await service.publish({ text: "Bleibt." });
    await service.publish({ text: "Geht später.", email: "ida@mail.example" });
    const backup = temporaryFile("backup.db");
    await backUp(service.databasePath, backup, quiet);
    if (since === "a comment") await service.publish({ email: "neu@mail.example" });
    const [last] = (await service.thread()).comments;
    if (since === "an erasure") await service.store.erase(last?.id ?? "");
    await service.store.close();
    return { databasePath: service.databasePath, path: backup, now, force: false };
  }

  test("brings the backup back when the database is lost", async () => {
    const call = await stopped("nothing");
    const databasePath = temporaryFile("new.sqlite");
    expect(await restore({ ...call, databasePath })).toEqual([
      `${databasePath} is the backup now: 2 comments`,
    ]);
    expect(await all(databasePath)).toBe(await all(call.path));
  });

  test("keeps the database that was there", async () => {
    const call = await stopped("nothing");
    const lines = await restore(call);
    const aside = `${call.databasePath}.before-restore-2090-01-02T03-04-05Z`;
    expect(lines[1]).toBe(
      `what was there before is kept as ${aside}: delete it when it is not needed`,
    );
    expect(commentsIn(aside)).toHaveLength(2);
    expect(readdirSync(dirname(call.databasePath)).toSorted()).toEqual(
      ["", ".before-restore-2090-01-02T03-04-05Z"].map((end) => `comments.sqlite${end}`),
    );
  });

  test("over newer comments is refused without --force", async () => {
    const call = await stopped("a comment");
    const before = await all(call.databasePath);
    await expect(restore(call)).rejects.toThrow(
      /has 1 comment that the backup does not have, or has otherwise: with --force/u,
    );
    expect(await all(call.databasePath)).toBe(before);
    await restore({ ...call, force: true });
    expect(commentsIn(call.databasePath)).toHaveLength(2);
  });

  test("does not bring back what was erased since", async () => {
    const call = await stopped("an erasure");
    await restore(call);
    expect(commentsIn(call.databasePath).map(({ state, text }) => [state, text])).toEqual([
      ["published", "Bleibt."],
      ["erased", ""],
    ]);
    expect(bytes(call.databasePath)).not.toMatch(/Geht später|ida@mail\.example/u);
  });

  test("does not bring back what was erased unseen, and cleaned since", async () => {
    const service = await openHolding();
    await service.publish({ text: "Geht bald." });
    const [held] = await queue(service, "held");
    const path = temporaryFile("backup.db");
    await backUp(service.databasePath, path, quiet);
    expect(bytes(path)).toMatch(/Geht bald/u);
    await service.store.erase(held?.id ?? "");
    await service.store.clean(cleaningTimes(service.clock.now + 400 * DAY), 100);
    await service.store.close();
    await restore({ databasePath: service.databasePath, path, now, force: false });
    expect(bytes(service.databasePath)).not.toMatch(/Geht bald|petra@mail\.example/u);
  });

  test("brings back no name that was forgotten, no wish and no session that was ended, and no note that went", async () => {
    const service = await openService();
    await service.publish({ name: "Ida Ö.", email: "ida@mail.example", notify: "thread" });
    await service.publish({ notify: "thread" });
    service.clock.now += 1000;
    const ida = await openReader(service, "ida@mail.example");
    const petra = await openReader(service);
    const { comments } = await service.thread("flur", "?order=oldest");
    const note = (id: string, nth: number, about: "comment" | "writer", text: string) => {
      const noted = comments[nth]?.id ?? "";
      const by = "desk@magazine.example";
      return service.store.addNote({ id, comment: noted, about, text, by }, now);
    };
    await note("n1", 0, "writer", "Über Ida.");
    await note("n2", 1, "comment", "Gestrichen.");
    await note("n3", 1, "comment", "Bleibt.");
    const path = temporaryFile("backup.db");
    await backUp(service.databasePath, path, quiet);
    await ida.call("DELETE", "/me", { texts: "keep" });
    await petra.call("DELETE", "/sessions");
    await service.store.deleteNote("n2");
    const wish = { thread: "flur", email: petra.email };
    await service.store.unsubscribe(wish, service.clock.now);
    await service.store.close();
    const { databasePath } = service;
    await restore({ databasePath, path, now, force: true });
    expect(bytes(databasePath)).not.toMatch(/Ida Ö|ida@mail\.example|Über Ida|Gestrichen/u);
    const raw = new DatabaseSync(databasePath);
    onTestFinished(() => raw.close());
    expect(raw.prepare("SELECT name, text FROM comment ORDER BY number").all()).toMatchObject([
      { name: "", text: comment.text },
      { name: comment.name, text: comment.text },
    ]);
    expect(raw.prepare("SELECT email, ended_at FROM subscription").all()).toMatchObject([
      { email: petra.email, ended_at: service.clock.now },
    ]);
    expect(raw.prepare("SELECT email FROM session").all()).toEqual([]);
    expect(raw.prepare("SELECT text FROM note").all()).toMatchObject([{ text: "Bleibt." }]);
  });

  test("is refused while any process has the database open, even an idle one", async () => {
    const service = await openService();
    await service.publish();
    const path = temporaryFile("backup.db");
    await backUp(service.databasePath, path, quiet);
    const call = { databasePath: service.databasePath, path, now, force: true };
    await expect(restore(call)).rejects.toThrow(/is in use: stop the service first; nothing/u);
    expect(readdirSync(dirname(service.databasePath)).join()).not.toMatch(/restor/u);
    // The service goes on as if nothing had been.
    expect(await service.publish({ email: "neu@mail.example" })).toBe(2);
  });

  test("of an old backup brings its schema up", async () => {
    const databasePath = temporaryFile("new.sqlite");
    const path = new URL("../../../fixtures/databases/001.db", import.meta.url).pathname;
    await restore({ databasePath, path, now, force: false });
    expect(commentsIn(databasePath)).toHaveLength(7);
    expect(await all(databasePath)).toContain("Das sehe ich anders.");
  });

  test("over a damaged database needs --force, and the write-ahead log beside it does no harm", async () => {
    const call = await stopped("nothing");
    const wanted = await all(call.path);
    writeFileSync(call.databasePath, "broken".repeat(1000));
    writeFileSync(`${call.databasePath}-wal`, "broken too");
    await expect(restore(call)).rejects.toThrow(/cannot be read \(.*\): with --force/u);
    await restore({ ...call, force: true });
    expect(await all(call.databasePath)).toBe(wanted);
  });

  test("over a log whose database is lost puts that aside, too", async () => {
    const call = await stopped("nothing");
    const databasePath = temporaryFile("lost.sqlite");
    const lost = new DatabaseSync(databasePath);
    lost.exec("PRAGMA journal_mode = WAL; CREATE TABLE lost (x); INSERT INTO lost VALUES (1)");
    const log = readFileSync(`${databasePath}-wal`);
    lost.close();
    rmSync(databasePath);
    writeFileSync(`${databasePath}-wal`, log);
    await restore({ ...call, databasePath });
    expect(await all(databasePath)).toBe(await all(call.path));
    expect(readFileSync(`${databasePath}.before-restore-2090-01-02T03-04-05Z-wal`)).toEqual(log);
  });

  test("of anything else is refused", async () => {
    const call = await stopped("nothing");
    const before = await all(call.databasePath);
    const from = (path: string) => restore({ ...call, path, force: true });
    await expect(from("no/such.db")).rejects.toThrow(
      /is no backup of Kolumne: there is no such file/u,
    );
    await expect(from(temporaryFile("x.db", "hello"))).rejects.toThrow(
      /is no backup of Kolumne: file is not/u,
    );
    await expect(from(temporaryFile("y.db", ""))).rejects.toThrow(
      /is no backup of Kolumne: no such table/u,
    );

    const damaged = temporaryFile("damaged.db");
    const content = readFileSync(call.path);
    content.fill(0xff, 8192, 40_000);
    writeFileSync(damaged, content);
    await expect(from(damaged)).rejects.toThrow(/is no backup of Kolumne: /u);

    // What is cut off the last page SQLite takes for zeros, and what is appended it does not see.
    for (const [bytes, word] of [
      [-1, "cut"],
      [-2, "cut"],
      [-100, "cut"],
      [-4096, "malformed"],
      [1, "longer than it was"],
      [4096, "longer than it was"],
    ] as const) {
      const other = temporaryFile("other.db");
      copyFileSync(call.path, other);
      truncateSync(other, statSync(call.path).size + bytes);
      await expect(from(other)).rejects.toThrow(
        new RegExp(`is no backup of Kolumne: .*${word}`, "u"),
      );
    }

    const newer = temporaryFile("newer.db");
    copyFileSync(call.path, newer);
    const raw = new DatabaseSync(newer);
    raw.exec("INSERT INTO schema_version VALUES (99, 'later', 1)");
    raw.close();
    await expect(from(newer)).rejects.toThrow(
      /has schema 99, this Kolumne knows up to \d+: restore it with/u,
    );
    expect(await all(call.databasePath)).toBe(before);
  });
});
