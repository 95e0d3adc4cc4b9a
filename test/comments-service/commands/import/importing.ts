import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Source } from "../../../../comments-service/commands/import/foreign.ts";
import { importComments } from "../../../../comments-service/commands/import/import.ts";
import type { TestService } from "../../service.ts";

/** A file of another system, as it would export it. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../../fixtures/imports/${name}`, import.meta.url));
}

/** The database of an Isso: its file is made from its statements. */
export function issoDatabase(): string {
  const path = temporaryFile("isso.db");
  const raw = new DatabaseSync(path);
  raw.exec(readFileSync(fixture("isso.sql"), "utf8"));
  raw.close();
  return path;
}

/** A file with this content, or the place for one, that goes when the test is over. */
export function temporaryFile(name: string, content?: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  return path;
}

/** Imports as the command does; the hosts are those of the fixtures, unless given. @returns its lines. */
export function bring(
  { store }: TestService,
  source: Source,
  path: string,
  more: {
    told?: Map<string, string>;
    hosts?: string[];
    isDry?: boolean;
    progress?: (line: string) => void;
  } = {},
): Promise<string[]> {
  const { told: threads = new Map<string, string>(), hosts = formerHostsOf(source) } = more;
  const { isDry = false, progress = () => {} } = more;
  return importComments({ store, source, path, told: { threads, hosts }, isDry, progress });
}

/** Where the fixtures' comments were written, before the magazine moved. Isso keeps no host. */
function formerHostsOf(source: Source): string[] {
  return source === "isso" ? [] : ["alte-spalte.example"];
}

/** All that the database says of comments and threads, to see whether anything has changed. */
export function kept({ databasePath }: TestService): unknown[] {
  const raw = new DatabaseSync(databasePath, { readOnly: true });
  const rows = ["comment", "thread"].flatMap((table) =>
    raw.prepare(`SELECT * FROM ${table} ORDER BY id`).all(),
  );
  raw.close();
  return rows;
}
