import { readdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { importNdjson } from "../../../../comments-service/commands/import/ndjson.ts";
import { migrations } from "../../../../comments-service/store/migrations/migrations.ts";
import { all, filled, restored } from "../export/exporting.ts";
import { openService } from "../../service.ts";
import { temporaryFile } from "./importing.ts";

describe("the import of an export", () => {
  test("changes nothing where comments are already", async () => {
    const service = await filled();
    const exported = await all(service.databasePath);
    await expect(restored(exported, service.databasePath).lines).rejects.toThrow(
      "holds 13 comments already: an export goes into an empty database",
    );
    expect(await all(service.databasePath)).toBe(exported);
  });

  test("takes the place of a database that only knows the magazine, unless it is in use", async () => {
    const [from, to] = [await filled(), await openService()];
    await to.thread();
    const exported = await all(from.databasePath);
    await expect(restored(exported, to.databasePath).lines).rejects.toThrow(
      "is in use: stop the service first",
    );
    expect((await to.thread()).count).toBe(0);
    await to.store.close();
    await restored(exported, to.databasePath).lines;
    expect(await all(to.databasePath)).toBe(exported);
  });

  test("a dry run writes nothing", async () => {
    const service = await filled();
    const path = temporaryFile("export.ndjson", await all(service.databasePath));
    const databasePath = temporaryFile("new.sqlite");
    const lines = await importNdjson({
      settings: { database: { engine: "sqlite", path: databasePath } },
      path,
      now: 7,
      isDry: true,
      progress: () => {},
    });
    expect(lines).toEqual([
      expect.stringMatching(/^would write \d+ rows with 13 comments$/u),
      "nothing was written",
    ]);
    expect(readdirSync(dirname(databasePath))).toEqual([]);
  });

  test("an export of schema 1 goes through all later migrations", async () => {
    const rows = [
      { kind: "kolumne", schema: 1 },
      {
        kind: "thread",
        id: "flur",
        url: "https://x.example/flur/",
        title: "Flur",
        state: "open",
        last_number: 1,
        version: 2,
      },
      {
        kind: "comment",
        id: "a".repeat(32),
        thread: "flur",
        state: "published",
        number: 1,
        reply_to: null,
        conversation: 1,
        name: "Petra",
        email: "petra@mail.example",
        text: "Alt.",
        wording: "confirm.de.1",
        asked_at: 1,
        confirmed_at: 2,
        published_at: 2,
        edited_at: null,
      },
      { kind: "end", rows: 2 },
    ];
    const { databasePath, lines } = restored(rows.map((row) => JSON.stringify(row)).join("\n"));
    await lines;
    expect(await all(databasePath)).toContain(`"schema":${migrations.length}`);
    expect(await all(databasePath)).toContain('"text":"Alt."');
  });

  test.each([
    ["an empty id", "", ':3 a comment has the id "", which names nothing'],
    ["an id of spaces", " ", ':3 a comment has the id " ", which names nothing'],
    ["an id that another has", "b".repeat(32), ":4 UNIQUE constraint failed: comment.id"],
  ])("%s is refused by name, and nothing is written", async (_, id, message) => {
    const service = await openService();
    const [one, two] = [await service.publish(), await service.publish({ text: "Zwei." })];
    expect([one, two]).toEqual([1, 2]);
    const lines = (await all(service.databasePath)).split("\n");
    const at = lines.flatMap((line, index) => (line.includes('"kind":"comment"') ? [index] : []));
    const ids = [id, "b".repeat(32)];
    const [first = 0, second = 0] = at;
    const row = (index: number) => JSON.parse(lines[index] ?? "") as object;
    lines[first] = JSON.stringify({ ...row(first), id: ids[0] });
    lines[second] = JSON.stringify({ ...row(second), id: ids[1] });
    const { databasePath, lines: done } = restored(lines.join("\n"));
    await expect(done).rejects.toThrow(
      message.replace(/^:\d/u, (place) => `:${first + Number(place.slice(1)) - 2}`),
    );
    expect(readdirSync(dirname(databasePath))).toEqual([]);
  });

  const head = JSON.stringify({ kind: "kolumne", schema: migrations.length });
  test.each([
    ["another file", "hello\nworld\n", ":1 this is no export of Kolumne"],
    ["an empty file", "", ":1 this is no export of Kolumne"],
    [
      "an export of a newer Kolumne",
      '{"kind":"kolumne","schema":99}\n',
      `:1 the export has schema 99, this Kolumne knows up to ${migrations.length}`,
    ],
    ["a file that was cut off", `${head}\n`, ":2 the end is missing: the file was cut off"],
    [
      "an end that counts otherwise",
      `${head}\n{"kind":"end","rows":5}\n`,
      ":2 5 rows were exported, 0 are here",
    ],
    ["half a line", `${head}\n{"kind":"thr`, ":2 this is no row"],
    [
      "a row of a table that is not exported",
      `${head}\n{"kind":"secret_key","name":"service","value":"x","created_at":1}\n`,
      ':2 "secret_key" is no kind of row that an export holds',
    ],
    [
      "a row with other fields",
      `${head}\n{"kind":"block","wert":"x"}\n`,
      ":2 a block has the fields",
    ],
    [
      "a comment in no thread",
      `${head}\n{"kind":"objection","notice":"x","party":"writer","created_at":1,"text":"","settled_at":null}\n{"kind":"end","rows":1}\n`,
      "FOREIGN KEY constraint failed",
    ],
  ])("%s is refused, and nothing is left behind", async (_, content, message) => {
    const { databasePath, lines } = restored(content);
    await expect(lines).rejects.toThrow(message);
    expect(readdirSync(dirname(databasePath))).toEqual([]);
  });
});

test("a file that another Kolumne has begun to make does not stop the next import", async () => {
  const service = await filled();
  const databasePath = temporaryFile("new.sqlite");
  writeFileSync(`${databasePath}.importing`, "half");
  await restored(await all(service.databasePath), databasePath).lines;
  expect(readdirSync(dirname(databasePath))).toEqual(["new.sqlite"]);
});
