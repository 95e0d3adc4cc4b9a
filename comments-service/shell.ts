import { userInfo } from "node:os";
import { createIds } from "./domain/ids.ts";
import type { CommentAct } from "./domain/moderation.ts";
import type { Settings } from "./settings.ts";
import { createSqlStore } from "./store/sql/store.ts";
import { openSqlite } from "./store/sqlite.ts";

/** What whoever runs the service can do to a comment from the shell, also while the service runs. */
export const acts = ["hide", "publish", "erase"] as const satisfies readonly CommentAct[];
export type Act = (typeof acts)[number];

export function isAct(word: string): word is Act {
  return acts.some((act) => act === word);
}

/** Does it, records it under the name of who sits at the shell, and says in one line what was done, or why nothing was. */
export async function act(
  settings: Settings,
  name: Act,
  id: string,
): Promise<{ line: string; done: boolean }> {
  const now = Date.now();
  const store = await createSqlStore(openSqlite(settings.databasePath), now);
  try {
    const before = await store.comment(id);
    if (before === null) return { line: `there is no comment ${id}`, done: false };
    const entry = createIds(() => now).id();
    const done = await store.moderate(
      {
        id: entry,
        batch: entry,
        by: `shell (${userInfo().username})`,
        why: "",
        act: name,
        comment: id,
        letters: [],
      },
      now,
    );
    const after = (await store.comment(id)) ?? before;
    const place = after.number === null ? "not numbered" : `[${after.number}]`;
    const comment = `comment ${id} (${place} in thread ${after.thread})`;
    if (done) return { line: `${comment} was ${before.state} and is now ${after.state}`, done };
    return { line: `${comment} is ${after.state}: there is nothing to ${name}`, done };
  } finally {
    await store.close();
  }
}
