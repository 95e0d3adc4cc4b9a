import { statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";

/** What is wrong with which of a database's files. */
export interface FileTrouble {
  of: FileName;
  how: "gone" | "another one" | "cut";
}
const names = ["file", "log", "index"] as const;
type FileName = (typeof names)[number];

/** The trouble in words for the log of the service. */
export function sentenceOf({ of, how }: FileTrouble): string {
  const name = { file: "the file", log: "the file's log", index: "the index of the file's log" }[
    of
  ];
  return `${name} ${how === "cut" ? "was" : "is"} ${how}`;
}

/** Watches the files of an open database: itself, its write-ahead log, and the log's index. */
export interface Files {
  /**
   * Looks at them while no act is under way. SQLite would go on writing into files that nobody finds again, and over pages that are
   * missing. What other processes may do to them at any time is no trouble: write, copy the log into the file, empty the log, pack the file.
   * @returns null when nothing is wrong.
   * @throws what SQLite throws when it cannot be asked, though the files are there.
   */
  look(): FileTrouble | null;
  /** Whether they are as they were at the last look. Asked inside an act, while no other process can write or empty the log. */
  areAsSeen(): boolean;
  /** Where the log is, when it is still the one that was opened. */
  ownLog(): string | null;
}

type Seen = Record<FileName, { identity: string; size: number; changed: bigint } | null>;

/** SQLite's sizes (https://www.sqlite.org/fileformat2.html#walformat), in bytes. */
const LOG_HEAD = 32;
const FRAME_HEAD = 24;
// What another process does between two of our questions looks wrong for once.
const LOOKS = 3;

/** @param raw a database in WAL mode that has been read from, so that its log is there. */
export function watchFiles(raw: DatabaseSync, path: string): Files {
  const real = raw.location() ?? path;
  const page = numberIn(raw.prepare("PRAGMA page_size").get(), "page_size");
  const pages = raw.prepare("PRAGMA page_count");
  // It does nothing but tell how many frames the log has, and how many of them the file has, too. An older SQLite copies a few on that occasion.
  const frames = raw.prepare("PRAGMA wal_checkpoint(NOOP)");
  const mark = ownMark(raw);
  const opened = stat();
  let lastSeen = opened;
  let needed: Record<FileName, number> = { file: 0, log: 0, index: 0 };

  function stat(): Seen {
    // By the name in the settings: a symbolic link may have been turned.
    return { file: statOf(path), log: statOf(`${real}-wal`), index: statOf(`${real}-shm`) };
  }

  /** What the files have to hold at least. */
  function ask(): typeof needed {
    const { log, checkpointed } = frames.get() ?? {};
    const inLog = Number(log ?? 0);
    const whole = page * numberIn(pages.get(), "page_count");
    return {
      // When the log holds nothing that the file has not, the file holds everything.
      file: log === checkpointed ? whole : Math.min(whole, lastSeen.file?.size ?? 0),
      log: inLog > 0 ? LOG_HEAD + inLog * (FRAME_HEAD + page) : 0,
      index: 0,
    };
  }

  function troubleIn(of: FileName, { [of]: now }: Seen): FileTrouble | null {
    if (now === null) return { of, how: "gone" };
    if (now.identity !== opened[of]?.identity) return { of, how: "another one" };
    return now.size < needed[of] ? { of, how: "cut" } : null;
  }

  function lookOnce(): FileTrouble | null {
    let unasked: unknown = null;
    try {
      needed = ask();
    } catch (error) {
      unasked = error ?? "unknown";
    }
    const now = stat();
    const trouble = troubleIn("file", now) ?? troubleIn("log", now) ?? troubleIn("index", now);
    if (trouble === null && unasked !== null) throw unasked;
    // Whoever copies the log into the file changes it, and so does who writes another database over it.
    if (trouble === null && now.file?.changed !== lastSeen.file?.changed && markOf(raw) !== mark)
      return { of: "file", how: "another one" };
    if (trouble === null) lastSeen = now;
    return trouble;
  }

  return {
    look() {
      let trouble: FileTrouble | null = null;
      for (let looks = 0; looks < LOOKS; looks += 1) {
        trouble = lookOnce();
        if (trouble === null) break;
      }
      return trouble;
    },
    // However long it is: others may have emptied it since our last look.
    ownLog: () =>
      opened.log !== null && stat().log?.identity === opened.log.identity ? `${real}-wal` : null,
    areAsSeen() {
      const now = stat();
      return names.every((name) => troubleIn(name, now) === null);
    },
  };
}

/** The number that tells this database from others. It stands in the head of the file, and is made where there is none. */
function ownMark(raw: DatabaseSync): number {
  if (markOf(raw) === 0) {
    const [made = 1] = crypto.getRandomValues(new Uint32Array(1));
    raw.exec("BEGIN IMMEDIATE");
    // Another process may have been quicker.
    if (markOf(raw) === 0) raw.exec(`PRAGMA user_version = ${(made >>> 1) + 1}`);
    raw.exec("COMMIT");
  }
  return markOf(raw);
}

/** As it stands in the database now, whatever of it is kept in memory. */
function markOf(raw: DatabaseSync): number {
  if (!raw.isTransaction) raw.exec("PRAGMA shrink_memory");
  return numberIn(raw.prepare("PRAGMA user_version").get(), "user_version");
}

/** Never by opening it: closing a file gives up all locks that this process has on it. */
function statOf(path: string): Seen[FileName] {
  try {
    const { dev, ino, size, ctimeNs } = statSync(path, { bigint: true });
    return { identity: `${dev} ${ino}`, size: Number(size), changed: ctimeNs };
  } catch {
    // Not there, or its folder is not, or may not be looked into.
    return null;
  }
}

function numberIn(row: Record<string, unknown> | undefined, name: string): number {
  return Number(row?.[name] ?? 0);
}
