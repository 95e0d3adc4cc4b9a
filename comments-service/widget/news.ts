import type { Counts, Thread } from "../wire.ts";
import type * as api from "./api.ts";
import type { Context } from "./context.ts";

// Loaded only where the reader comes back to the page, so its words stand here.
const words = {
  de: (count: number) =>
    `${count === 1 ? "1 neuer Kommentar" : `${count} neue Kommentare`}: anzeigen`,
  en: (count: number) => `${count === 1 ? "1 new comment" : `${count} new comments`}: show`,
};

/** What a thread said when it was loaded. A service that is older than this widget does not say which number was given last. */
export type Known = Pick<Thread, "count"> & Partial<Pick<Thread, "last">>;

/**
 * How many comments the thread has beyond those that were `known`, in words, and the number of the first of them; null when there are none, the
 * thread has not come yet, or the service does not say.
 * @param ask is passed in, since a bundle that shares it would be in one more piece.
 */
export async function newsSince(
  known: Known | undefined,
  context: Context,
  ask: typeof api.ask,
): Promise<{ says: string; first: number } | null> {
  if (!known) return null;
  const { value } = await ask<Counts>(context, `/counts?thread=${context.thread}`);
  const count = (value?.[decodeURIComponent(context.thread)] ?? 0) - known.count;
  // Written so that a build can leave the other language out (see element.ts).
  const say = document.documentElement.lang === "de" ? words.de : words.en;
  return count > 0 ? { says: say(count), first: (known.last ?? known.count) + 1 } : null;
}
