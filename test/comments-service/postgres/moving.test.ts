import { expect, onTestFinished, test } from "vitest";
import { exportLines } from "../../../comments-service/commands/export/ndjson.ts";
import { importNdjson } from "../../../comments-service/commands/import/ndjson.ts";
import type { Settings } from "../../../comments-service/settings.ts";
import { openDatabase } from "../../../comments-service/store/open-database.ts";
import { all, filled } from "../commands/export/exporting.ts";
import { temporaryFile } from "../commands/import/importing.ts";
import { temporaryDatabase } from "./shared.ts";

const importing = { now: 7, isDry: false, progress: () => {} };

async function exported(settings: Pick<Settings, "database">): Promise<string> {
  const database = await openDatabase(settings);
  onTestFinished(() => database.close());
  return (await Array.fromAsync(exportLines(database))).join("");
}

test("all that a PostgreSQL holds moves into a file and back into an empty PostgreSQL, the same bytes each time", async () => {
  const before = (await Array.fromAsync(exportLines((await filled()).database))).join("");
  expect(before).toContain('"kind":"objection"');

  const file = { database: { engine: "sqlite", path: temporaryFile("new.sqlite") } } as const;
  const path = temporaryFile("export.ndjson", before);
  await importNdjson({ ...importing, settings: file, path });
  expect(await all(file.database.path)).toBe(before);

  const address = await temporaryDatabase("empty");
  const server = { database: { engine: "postgres", address } } as const;
  const dry = await importNdjson({ ...importing, settings: server, path, isDry: true });
  expect(dry[1]).toBe("nothing was written");
  const done = await importNdjson({ ...importing, settings: server, path });
  expect(done[0]).toMatch(/^wrote \d+ rows with 13/u);
  expect(await exported(server)).toBe(before);
  await expect(importNdjson({ ...importing, settings: server, path })).rejects.toThrow(
    "the database holds 13 comments already",
  );
});
