import { DatabaseSync } from "node:sqlite";
import * as v from "valibot";
import { Refused } from "../../domain/refused.ts";
import { nothingOf, takeComment } from "./foreign.ts";
import type { Foreign } from "./foreign.ts";
import { plainTextOfMarkdown } from "./plain-markdown.ts";
import { importedSeconds } from "./words.ts";

const Row = v.object({
  id: v.number(),
  tid: v.nullable(v.number()),
  known: v.nullable(v.number()),
  parent: v.nullable(v.number()),
  created: v.number(),
  modified: v.nullable(v.number()),
  mode: v.number(),
  text: v.nullable(v.string()),
  author: v.nullable(v.string()),
  email: v.nullable(v.string()),
  uri: v.nullable(v.string()),
  title: v.nullable(v.string()),
});

/** Isso's modes: 1 shown, 2 waiting for a moderator, 4 deleted but answered. */
const stateOf = new Map([
  [1, "published"],
  [2, "held"],
  [4, "erased"],
] as const);

/**
 * Reads the SQLite file of Isso. Its texts are Markdown: they stay as they were typed, without their HTML.
 * @param tell is told how many comments have been read so far.
 * @throws Refused
 */
export async function readIsso(path: string, tell: (comments: number) => void): Promise<Foreign> {
  const foreign = nothingOf("isso", ["isso"]);
  const seen = new Set<string>();
  for (const row of rowsOf(path)) {
    const thread = String(row.tid ?? "");
    const address = row.uri?.trim() ?? "";
    if (!seen.has(thread) && row.known !== null)
      foreign.threads.push({ key: thread, address, identifier: null, title: row.title ?? "" });
    seen.add(thread);
    takeRow(foreign, row, thread);
    tell(foreign.comments.length);
  }
  return foreign;
}

function takeRow(foreign: Foreign, row: v.InferOutput<typeof Row>, thread: string): void {
  const { id, parent, created, modified, mode, uri } = row;
  // Comments are counted from one in each file, and a file knows no name of its own but its threads'.
  const keyOf = (number: number) => `${uri ?? ""} ${number}`;
  const lost: string[] = [];
  takeComment(foreign, {
    key: keyOf(id),
    thread,
    parent: parent === null || parent === 0 ? null : keyOf(parent),
    at: importedSeconds(created),
    editedAt: modified === null ? null : importedSeconds(modified),
    name: row.author ?? "",
    email: row.email ?? "",
    plain: plainTextOfMarkdown(row.text ?? "", (name) => void lost.push(name)),
    lost,
    state: stateOf.get(mode as 1 | 2 | 4) ?? "held",
  });
}

function rowsOf(path: string): v.InferOutput<typeof Row>[] {
  const raw = new DatabaseSync(path, { readOnly: true });
  try {
    const rows = raw
      .prepare(
        `SELECT comments.id, comments.tid, comments.parent, comments.created, comments.modified, comments.mode, comments.text, comments.author,
          comments.email, threads.id AS known, threads.uri, threads.title FROM comments LEFT JOIN threads ON threads.id = comments.tid
          ORDER BY comments.created, comments.id`,
      )
      .all();
    return v.parse(v.array(Row), rows);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refused(`${path} is no database of Isso: ${reason}`, { cause: error });
  } finally {
    raw.close();
  }
}
