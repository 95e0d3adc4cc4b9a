import type { Context } from "./context.ts";
import { button } from "./dom.ts";
import { recall } from "./storage.ts";
import type * as writing from "./writing/writing.ts";

type Writing = typeof writing;

const keyOf = ({ thread }: Context): string => `kolumne-text ${thread}`;

/**
 * Loads what is needed only by who writes, signs in, edits or reports. A page that was left open while the site was printed anew may not
 * find it any more: then `said` says so and offers to load the page again, with what stands in `input`.
 */
export async function loadWriting(
  context: Context,
  said: HTMLElement,
  input?: { value: string },
): Promise<Writing | undefined> {
  const { words } = context;
  try {
    return await import("./writing/writing.ts");
  } catch {
    const reload = (): void => {
      if (input) sessionStorage.setItem(keyOf(context), input.value);
      location.reload();
    };
    said.replaceChildren(words.outdated, button(words.reload, reload));
    return undefined;
  }
}

/** The text that the reader took along when the page was loaded again. */
export function keptText(context: Context): string {
  return recall(keyOf(context), true);
}
