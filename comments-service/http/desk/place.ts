import { isId } from "../../domain/ids.ts";
import type { Service } from "../../acts/service.ts";
import { queues } from "../../store/port/queues.ts";
import type { DeskComment, Queue } from "../../store/port/queues.ts";

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

/** An address of the desk, and where in its list it is said what was done: `top`, or `above-` or `below-` a comment; empty: over the page. */
interface Place {
  to: string;
  place: string;
}

/**
 * Where one goes on after acts on these comments, so that the place is kept: in a list at the comment that follows them, from a comment's own
 * page to the next one of its queue.
 * @param done what was done, and what the act did not change.
 */
export async function placeAfter(
  service: Pick<Service, "store">,
  { back, shown, queue: named }: ActPlace,
  { acted, missed }: { acted: readonly DeskComment[]; missed: readonly string[] },
): Promise<Place> {
  const [one] = acted;
  const queue = queues.find((each) => each === named);
  if (one !== undefined && queue !== undefined)
    return { to: await nextIn(service, queue, one), place: "" };
  const ids = shown.split(" ").filter(isId);
  const gone = new Set(acted.length === 0 ? missed : acted.map(({ id }) => id));
  const last = ids.findLastIndex((id) => gone.has(id));
  if (last === -1) return { to: back, place: "" };
  const isLeft = (id: string) => !gone.has(id);
  const before = ids.slice(0, last).findLast(isLeft);
  const following = ids.slice(last + 1).find(isLeft) ?? before;
  return {
    to: following === undefined ? back : `${back}#c-${following}`,
    place: before === undefined ? "top" : `below-${before}`,
  };
}

/** The next one of the queue, its first one behind the last, or the queue when nothing waits in it. */
async function nextIn(
  { store }: Pick<Service, "store">,
  queue: Queue,
  one: DeskComment,
): Promise<string> {
  const next = async (after: DeskComment | null) =>
    (await store.deskComments({ what: { queue }, after, most: 1 }))[0];
  const following = (await next(one)) ?? (await next(null));
  return following === undefined ? `/desk/?queue=${queue}` : `/desk/comments/${following.id}`;
}

/** Where a comment stands that was brought back: its own page where one was on such a page, else the list. */
export function placeOf(back: string, comment: string): Place {
  if (!isId(comment)) return { to: back, place: "" };
  return /^\/desk\/comments\/[0-9a-f]+$/u.test(back)
    ? { to: `/desk/comments/${comment}`, place: "" }
    : { to: `${back}#c-${comment}`, place: `above-${comment}` };
}
