import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { exportThreads } from "../../../../comments-service/commands/export/threads.ts";
import { writeWholeFile } from "../../../../comments-service/commands/export/whole-file.ts";
import { exportedTables, keptTables } from "../../../../comments-service/store/sql/kept-tables.ts";
import { everyRow } from "../../../../comments-service/store/sql/everything.ts";
import { temporaryFile } from "../import/importing.ts";
import { openService } from "../../service.ts";
import { thread } from "../../site.ts";
import { all, filled, restored } from "./exporting.ts";

describe("the export of everything", () => {
  test("is the same bytes each time, and again after it was imported", async () => {
    const service = await filled();
    const exported = await all(service.databasePath);
    expect(await all(service.databasePath)).toBe(exported);
    expect(exported).toContain("vergessen@mail.example");
    for (const [table] of exportedTables) expect(exported).toContain(`{"kind":"${table}",`);
    const { databasePath, lines } = restored(exported);
    expect((await lines)[0]).toMatch(/^wrote \d+ rows with 13 comments to /u);
    expect(readdirSync(dirname(databasePath))).toEqual(["new.sqlite"]);
    expect(await all(databasePath)).toBe(exported);
  });

  test("holds no key, no token and no letter", async () => {
    const service = await filled();
    const exported = await all(service.databasePath);
    const raw = new DatabaseSync(service.databasePath, { readOnly: true });
    const secrets = [
      ...raw.prepare("SELECT value AS secret FROM secret_key").all(),
      ...raw.prepare("SELECT token_hash AS secret FROM proof").all(),
      ...raw.prepare("SELECT sealed AS secret FROM letter").all(),
    ].map(({ secret }) => String(secret));
    raw.close();
    expect(secrets.length).toBeGreaterThan(5);
    expect(secrets.filter((secret) => secret !== "" && exported.includes(secret))).toEqual([]);
  });

  test("knows every table: exported, or left out for a reason", async () => {
    const service = await openService();
    const raw = new DatabaseSync(service.databasePath, { readOnly: true });
    const tables = raw
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all()
      .map(({ name }) => String(name));
    raw.close();
    expect(Object.keys(keptTables).toSorted()).toEqual(tables.toSorted());
  });

  test("is the state of one moment, whatever is written while it is read", async () => {
    const service = await filled();
    const before = await all(service.databasePath);
    const rows = everyRow(service.database);
    const first = (await rows.next()).value;
    await service.publish({ text: "Während des Lesens.", email: "neu@mail.example" });
    const texts = [first, ...(await Array.fromAsync(rows))]
      .map((row) => JSON.stringify(row))
      .join("\n");
    expect(texts).not.toContain("Während des Lesens.");
    expect(await all(service.databasePath)).not.toBe(before);
  });
});

describe("the export for git and for printing", () => {
  test("is one file for each thread with comments, published words only, oldest first", async () => {
    const service = await filled();
    const folder = join(temporaryFile("x"), "..", "threads");
    expect(await exportThreads(service.store, folder)).toEqual({ threads: 2, written: 3 });
    expect(readdirSync(folder).toSorted()).toEqual(["_counts.json", "flur.json", "regen.json"]);
    expect(JSON.parse(readFileSync(join(folder, "_counts.json"), "utf8"))).toEqual({
      flur: 8,
      regen: 1,
    });
    const flur = JSON.parse(readFileSync(join(folder, "flur.json"), "utf8")) as {
      comments: object[];
    };
    expect(flur).toMatchObject({ thread: "flur", title: "Über flur" });
    expect(flur.comments[1]).toEqual({
      number: 2,
      replyTo: 1,
      name: "Petra",
      badge: null,
      text: "Antwort.",
      publishedAt: expect.stringMatching(/^2090-/u),
      editedAt: null,
    });
    expect(flur.comments).toContainEqual({ number: 5, replyTo: null, state: "erased" });
    const everything = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    expect(everything.join("")).not.toMatch(/mail\.example|Nie bestätigt|Wartet|asked/u);
  });

  test("files that would not change are left alone", async () => {
    const service = await filled();
    const folder = join(temporaryFile("x"), "..", "threads");
    await exportThreads(service.store, folder);
    const before = statSync(join(folder, "regen.json")).mtimeMs;
    expect(await exportThreads(service.store, folder)).toEqual({ threads: 2, written: 0 });
    await service.publish({ email: "neu@mail.example" });
    expect(await exportThreads(service.store, folder)).toEqual({ threads: 2, written: 2 });
    expect(statSync(join(folder, "regen.json")).mtimeMs).toBe(before);
  });

  test("no id of a thread leads out of the folder or takes another's file", async () => {
    const ids = ["../weg", "..", "_counts", "a/b", "%2F", "Ü".repeat(100)];
    const service = await openService({ threads: ids.map((id) => thread(id, { url: "/x/" })) });
    for (const [i, id] of ids.entries()) {
      await service.thread(encodeURIComponent(id));
      await service.store.importComments(id, [
        {
          id: `${i}`.repeat(32),
          parent: null,
          state: "published",
          name: "N",
          email: "",
          text: id,
          wording: "import.test",
          at: 1,
          editedAt: null,
        },
      ]);
    }
    const folder = join(temporaryFile("x"), "..", "threads");
    await exportThreads(service.store, folder);
    const files = readdirSync(folder, { recursive: true }).map(String);
    expect(files).toHaveLength(ids.length + 1);
    expect(readdirSync(dirname(folder))).toEqual(["threads"]);
    const counts = JSON.parse(readFileSync(join(folder, "_counts.json"), "utf8")) as object;
    expect(Object.keys(counts).toSorted()).toEqual(ids.toSorted());
  });
});

test("a file that cannot be written to its end leaves the old one as it was", async () => {
  const path = temporaryFile("whole.txt", "alt");
  async function* broken() {
    yield "neu";
    throw new Error("die Platte");
  }
  await expect(writeWholeFile(path, broken())).rejects.toThrow("die Platte");
  expect(readFileSync(path, "utf8")).toBe("alt");
  expect(existsSync(`${path}.part`)).toBe(false);
  await writeWholeFile(path, ["neu"]);
  expect(readFileSync(path, "utf8")).toBe("neu");
  expect(statSync(path).mode & 0o777).toBe(0o600);
});
