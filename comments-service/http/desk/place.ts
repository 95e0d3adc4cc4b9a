import type { Service } from "../../acts/service.ts";
import { queues } from "../../store/port/queues.ts";
import type { DeskComment } from "../../store/port/queues.ts";

/** Where an act on comments was done: a page of the desk, and what stood on it. */
export interface ActPlace {
  back: string;
  /** The ids of the comments in a list, in their order. */
  shown: string;
  /** On a comment's own page: the queue that it waited in. */
  queue: string;
}

/** The queue that a comment waits in; null where nothing about it waits. */
export function queueOf({ state, reports }: DeskComment): "held" | "reported" | null {
  if (state === "held") return "held";
  return reports > 0 ? "reported" : null;
}

/**
 * Where one goes on after acts on these comments, so that the place is kept: in a list at the comment that follows them, from a comment's own
 * page to the next one of its queue.
 */
export async function placeAfter(
  { store }: Pick<Service, "store">,
  { back, shown, queue: named }: ActPlace,
  done: readonly DeskComment[],
): Promise<string> {
  const [one] = done;
  const queue = queues.find((each) => each === named);
  if (one !== undefined && queue !== undefined) {
    const next = async (after: DeskComment | null) =>
      (await store.deskComments({ what: { queue }, after, most: 1 }))[0];
    const following = (await next(one)) ?? (await next(null));
    return following === undefined ? `/desk/?queue=${queue}` : `/desk/comments/${following.id}`;
  }
  const ids = shown.split(" ").filter((id) => id !== "");
  const isDone = new Set(done.map(({ id }) => id));
  const last = ids.findLastIndex((id) => isDone.has(id));
  const following =
    ids.slice(last + 1).find((id) => !isDone.has(id)) ?? ids.findLast((id) => !isDone.has(id));
  return following === undefined ? back : `${back}#c-${following}`;
}
