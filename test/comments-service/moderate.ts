import type { CommentAct } from "../../comments-service/domain/moderation.ts";
import { createIds } from "../../comments-service/domain/ids.ts";
import type { Store } from "../../comments-service/store/port/store.ts";

export const moderator = "desk@magazine.example";

/** Does to a comment what a moderator would do at the desk; answers whether it was done. */
export function moderate(
  store: Store,
  act: CommentAct,
  comment: string,
  now = 1,
  more: { batch?: string; by?: string; why?: string; readAt?: number } = {},
): Promise<boolean> {
  const id = createIds(Date.now).id();
  return store.moderate(
    { id, batch: id, by: moderator, why: "", letters: [], act, comment, ...more },
    now,
  );
}
