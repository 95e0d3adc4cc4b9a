import type { Counts } from "../wire.ts";
import type * as api from "./api.ts";
import type { Context } from "./context.ts";

// Loaded only where the reader comes back to the page, so its words stand here.
const words = {
  de: (count: number) =>
    `${count === 1 ? "1 neuer Kommentar" : `${count} neue Kommentare`}: anzeigen`,
  en: (count: number) => `${count === 1 ? "1 new comment" : `${count} new comments`}: show`,
};

/**
 * How many comments the thread has beyond the `known` ones, in words; empty when there are none or the service does not say.
 * @param ask is passed in, since a bundle that shares it would be in one more piece.
 */
export async function newsSince(
  known: number,
  context: Context,
  ask: typeof api.ask,
): Promise<string> {
  const { value } = await ask<Counts>(context, `/counts?thread=${context.thread}`);
  const count = (value?.[decodeURIComponent(context.thread)] ?? 0) - known;
  // Written so that a build can leave the other language out (see element.ts).
  const say = document.documentElement.lang === "de" ? words.de : words.en;
  return count > 0 ? say(count) : "";
}
