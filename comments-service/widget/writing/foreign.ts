import type { Answer, ask } from "../api.ts";
import type { Context } from "../context.ts";

// Loaded only where sending has failed, so its words stand here.
const words = {
  de: `Unter ${location.host} lässt sich nicht kommentieren. Bitte öffnen Sie den Artikel unter der gewöhnlichen Adresse des Magazins.`,
  en: `Comments cannot be written at ${location.host}. Please open the article at the magazine's usual address.`,
};

/**
 * Tells a page that may not write from a service that is away, between which a browser makes no difference: whoever asks for a challenge
 * is told.
 * @param asking what asks the service; passed in, since a bundle that shares it would be in one more piece.
 * @param answer why something was not taken.
 * @returns it, or the true reason.
 */
export async function foreign(
  asking: typeof ask,
  context: Context,
  answer: Extract<Answer<unknown>, { why: string }>,
): Promise<Extract<Answer<unknown>, { why: string }>> {
  const status =
    answer.status ?? (await asking(context, `/challenge?thread=${context.thread}`)).status;
  if (status !== 403) return answer;
  return { why: document.documentElement.lang === "de" ? words.de : words.en, status };
}
