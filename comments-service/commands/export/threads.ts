import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../../domain/digest.ts";
import type { Store } from "../../store/port/store.ts";
import type { ThreadState } from "../../store/port/threads.ts";
import type { Comment } from "../../wire.ts";
import { writeWholeFile } from "./whole-file.ts";

const CONVERSATIONS_AT_ONCE = 100;

/**
 * Writes one JSON file for each thread that has comments, oldest comment first, published words only; and `_counts.json`, how many
 * are published in each. Files that would not change are left alone. A thread never loses its file: of what was hidden or erased the
 * place is left, as in the magazine.
 * @returns how many threads there are, and how many files were written.
 */
export async function exportThreads(
  store: Store,
  folder: string,
): Promise<{ threads: number; written: number }> {
  await mkdir(folder, { recursive: true });
  const counts: Record<string, number> = {};
  let written = 0;
  const ids = (await store.threads()).map(({ id }) => id).toSorted();
  for (const id of ids) {
    const read = await readThread(store, id);
    if (read === null || read.comments.length === 0) continue;
    const { thread, comments } = read;
    counts[id] = comments.filter(({ state }) => state === "published").length;
    const { title, url } = thread;
    const file = { thread: id, title, url, comments: comments.map(printed) };
    if (await write(join(folder, fileName(id)), file)) written += 1;
  }
  if (await write(join(folder, "_counts.json"), counts)) written += 1;
  return { threads: Object.keys(counts).length, written };
}

/** All comments of a thread as they stood at one moment: when it changes while its pages are read, they are read again. */
async function readThread(
  store: Store,
  id: string,
): Promise<{ thread: ThreadState; comments: Comment[] } | null> {
  for (;;) {
    const thread = await store.thread(id);
    if (thread === null) return null;
    const comments: Comment[] = [];
    let before: number | null = null;
    do {
      const page = await store.page(id, {
        order: "oldest",
        limit: CONVERSATIONS_AT_ONCE,
        before,
      });
      comments.push(...page.comments);
      before = page.next;
    } while (before !== null);
    if ((await store.thread(id))?.version === thread.version) return { thread, comments };
  }
}

/** What is printed of a comment. Named one by one, so that the file stays as it is when the wire grows. */
function printed({
  number,
  replyTo,
  state,
  name,
  badge,
  badgeWord,
  wroteArticle,
  recommended,
  text,
  publishedAt,
  editedAt,
}: Comment) {
  if (state !== "published") return { number, replyTo, state };
  const mark = {
    ...(badgeWord !== undefined && { badgeWord }),
    ...(wroteArticle && { wroteArticle }),
    ...(recommended && { recommended }),
  };
  return { number, replyTo, name, badge, ...mark, text, publishedAt, editedAt };
}

/** An id may hold any sign but spaces; a file's name may not, and is at most 255 bytes long. */
function fileName(id: string): string {
  const name = encodeURIComponent(id).replace(/^[_.]/u, (sign) => (sign === "_" ? "%5F" : "%2E"));
  return name.length <= 200 ? `${name}.json` : `${sha256(id).slice(0, 32)}.json`;
}

async function write(path: string, content: object): Promise<boolean> {
  const json = `${JSON.stringify(content, null, 2)}\n`;
  if ((await readFile(path, "utf8").catch(() => "")) === json) return false;
  await writeWholeFile(path, [json]);
  return true;
}
