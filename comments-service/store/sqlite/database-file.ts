import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from "node:fs";
import { DatabaseSync, backup } from "node:sqlite";

/** What a file is: a database of ours with its schema's version and number of comments, or why it is none. */
export type Inspected = { schema: number; comments: number } | { trouble: string };

const PAGES_AT_ONCE = 1000;

/** Looks at a database file without changing it. Every page of it is checked, and that it ends where its last page does. */
export function inspectDatabase(path: string): Inspected {
  if (!existsSync(path)) return { trouble: "there is no such file" };
  try {
    return reading(path, (raw) => {
      const length = wrongLength(raw, path);
      if (length !== null) return { trouble: length };
      const check = raw.prepare("PRAGMA integrity_check(1)").get()?.["integrity_check"];
      if (check !== "ok") return { trouble: `it is damaged: ${String(check)}` };
      return {
        schema: numberOf(raw, "SELECT max(version) AS number FROM schema_version"),
        comments: numberOf(raw, "SELECT count(*) AS number FROM comment"),
      };
    });
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
}

/** SQLite takes what is missing of the last page for zeros, and passes over what stands behind it. */
function wrongLength(raw: DatabaseSync, path: string): string | null {
  // With a log beside it, pages may stand there only.
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return null;
  const pages = numberOf(raw, "SELECT page_count AS number FROM pragma_page_count");
  const expected = pages * numberOf(raw, "SELECT page_size AS number FROM pragma_page_size");
  const { size } = statSync(path);
  if (size === expected) return null;
  return `it is ${size < expected ? "cut" : "longer than it was"}: ${size} bytes instead of ${expected}`;
}

/**
 * Copies a database while others write to it, by SQLite's online backup. The copy is the database of one moment, in one file.
 * @param tell is told how many per cent are done.
 */
export async function copyDatabase(
  from: string,
  to: string,
  tell: (percent: number) => void = () => {},
): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    // A reader's view that stays open keeps the copy from starting anew at each write of another process.
    source.exec("BEGIN");
    source.prepare("SELECT count(*) FROM schema_version").get();
    await copyInto(source, to, tell);
  } finally {
    source.close();
  }
}

/** Copies an open database. */
export async function copyInto(
  source: DatabaseSync,
  to: string,
  tell: (percent: number) => void = () => {},
): Promise<void> {
  await backup(source, to, {
    rate: PAGES_AT_ONCE,
    progress: ({ totalPages, remainingPages }) =>
      tell(Math.floor((100 * (totalPages - remainingPages)) / totalPages)),
  });
  const copy = new DatabaseSync(to);
  copy.exec("PRAGMA journal_mode = DELETE");
  copy.close();
}

/** Removes a database, with what may stand beside it. */
export function removeDatabase(path: string): void {
  for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(path + end, { force: true });
}

/** The comments of one database that another lacks or holds otherwise. What was erased counts for nothing: it shall not come back. */
export function commentsOnlyIn(path: string, other: string): number {
  return reading(path, (raw) => {
    raw.prepare("ATTACH ? AS other").run(other);
    return numberOf(
      raw,
      `SELECT count(*) AS number FROM main.comment AS mine WHERE state <> 'erased' AND NOT EXISTS (
        SELECT 1 FROM other.comment AS theirs WHERE theirs.id = mine.id AND theirs.state = mine.state AND theirs.text = mine.text)`,
    );
  });
}

/** The ids of all erased comments. */
export function erasedIn(path: string): string[] {
  return reading(path, (raw) =>
    raw
      .prepare("SELECT id FROM comment WHERE state = 'erased'")
      .all()
      .map(({ id }) => String(id)),
  );
}

/**
 * Takes out of one database what people have taken back in another since: a name and an address that were forgotten, a wish to be told
 * of something that has ended. Who is signed in signs in again, since a session may have been ended, too.
 */
export function takeBack(path: string, there: string): void {
  const raw = new DatabaseSync(path);
  const nameless = `(SELECT id FROM there.comment WHERE email = '' AND state <> 'erased')`;
  const ended = `FROM there.subscription AS ended WHERE ended.id = subscription.id AND ended.ended_at IS NOT NULL`;
  try {
    raw.prepare("ATTACH ? AS there").run(there);
    // A database of the first schema knows no wishes.
    const knowsWishes = numberOf(
      raw,
      "SELECT count(*) AS number FROM there.sqlite_master WHERE name = 'subscription'",
    );
    // What was erased, forgotten or struck out there is no note there any more.
    const knowNotes = numberOf(
      raw,
      "SELECT (SELECT count(*) FROM sqlite_master WHERE name = 'note') * (SELECT count(*) FROM there.sqlite_master WHERE name = 'note') AS number",
    );
    raw.exec(`PRAGMA secure_delete = ON; BEGIN;
      UPDATE comment SET name = '', email = '', badge = NULL, author = NULL WHERE id IN ${nameless};
      DELETE FROM subscription WHERE comment IN ${nameless};
      DELETE FROM proof WHERE comment IN ${nameless};
      DELETE FROM letter WHERE subject IN ${nameless};
      UPDATE report SET email = NULL WHERE id IN (SELECT id FROM there.report WHERE email IS NULL);
      ${knowsWishes > 0 ? `UPDATE subscription SET ended_at = (SELECT ended_at ${ended}) WHERE EXISTS (SELECT 1 ${ended});` : ""}
      ${knowNotes > 0 ? "DELETE FROM note WHERE id NOT IN (SELECT id FROM there.note);" : ""}
      DELETE FROM session; DELETE FROM attempt; COMMIT`);
  } finally {
    raw.close();
  }
}

/**
 * Puts a finished database in the place of another, which is kept beside it. At no moment is there no database.
 * @param aside where the old one goes; must not be there yet.
 * @returns `in use` when any process has the old one open: then nothing has changed.
 */
export function replaceDatabase(path: string, by: string, aside: string): "done" | "in use" {
  const wasThere = existsSync(path);
  const lock = wasThere ? lockOut(path) : null;
  if (lock === "in use") return lock;
  // What is left of a write-ahead log belongs to the old database, also when that is lost, and would be taken for the new one's.
  for (const end of ["-wal", "-shm"])
    if (existsSync(path + end)) renameSync(path + end, aside + end);
  if (wasThere) keepBeside(path, aside);
  renameSync(by, path);
  lock?.close();
  return "done";
}

/**
 * Holds a database so that nobody else can open it. SQLite leaves the write-ahead log only for who is alone, so this fails while any
 * process is connected, even an idle one.
 */
function lockOut(path: string): DatabaseSync | "in use" | null {
  const raw = new DatabaseSync(path, { timeout: 0 });
  try {
    raw.exec("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE");
    return raw;
  } catch (error) {
    raw.close();
    const code =
      error instanceof Error && "errcode" in error ? Number(error.errcode) & 255 : undefined;
    // SQLITE_BUSY and SQLITE_LOCKED; anything else is a file that nobody can use as a database.
    return code === 5 || code === 6 ? "in use" : null;
  }
}

function keepBeside(path: string, aside: string): void {
  try {
    linkSync(path, aside);
  } catch {
    // Some file systems know no second name for a file.
    copyFileSync(path, aside);
  }
}

function reading<Value>(path: string, read: (raw: DatabaseSync) => Value): Value {
  const raw = new DatabaseSync(path, { readOnly: true });
  try {
    return read(raw);
  } finally {
    raw.close();
  }
}

function numberOf(raw: DatabaseSync, question: string): number {
  return Number(raw.prepare(question).get()?.["number"] ?? 0);
}
