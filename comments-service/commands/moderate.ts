import { userInfo } from "node:os";
import { moderate } from "../acts/moderate.ts";
import type { Clock } from "../domain/ids.ts";
import { textLog } from "../domain/log.ts";
import { transitions } from "../domain/moderation.ts";
import type { CommentAct } from "../domain/moderation.ts";
import { serviceOn } from "../acts/service.ts";
import type { Settings } from "../settings.ts";
import { openStore } from "../store/open-database.ts";

/** What whoever runs the service can do to a comment from the shell, also while the service runs. */
export const acts = ["hide", "publish", "erase"] as const satisfies readonly CommentAct[];
export type Act = (typeof acts)[number];

export function isAct(word: string): word is Act {
  return acts.some((act) => act === word);
}

/**
 * Does it as the desk does (`moderate`), with its letters and its entry in the record, under the name of who sits at the shell; says in one line
 * what was done, or why nothing was. No reason is given here, so who wrote a comment is not told that it was hidden.
 */
export async function act(
  settings: Settings,
  name: Act,
  id: string,
  clock: Clock = Date.now,
): Promise<{ line: string; done: boolean }> {
  const store = await openStore(settings, clock());
  try {
    const before = await store.comment(id);
    if (before === null) return { line: `there is no comment ${id}`, done: false };
    const service = await serviceOn({ store, settings, clock, log: textLog(console.error) });
    // At the desk hiding what is hidden means to reject it; here whoever repeats a command means the same.
    const isMeant = transitions[name].from.includes(before.state);
    const by = `shell (${userInfo().username})`;
    const decision = { act: name, comment: id, by, reason: null, note: "", lastEditRead: null };
    const done = isMeant && (await moderate(service, decision));
    const after = (await store.comment(id)) ?? before;
    const place = after.number === null ? "not numbered" : `[${after.number}]`;
    const comment = `comment ${id} (${place} in thread ${after.thread})`;
    if (done) return { line: `${comment} was ${before.state} and is now ${after.state}`, done };
    return { line: `${comment} is ${after.state}: there is nothing to ${name}`, done };
  } finally {
    await store.close();
  }
}
