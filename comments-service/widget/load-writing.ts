import type { Context } from "./context.ts";
import { button } from "./dom.ts";
import type * as writing from "./writing/writing.ts";

type Writing = typeof writing;

/**
 * Loads what is needed only by who writes, signs in, edits or reports. A page that was left open while the site was printed anew may not
 * find it any more: then `said` says so and offers to load the page again; `leave` is called before.
 */
export async function loadWriting(
  { words }: Context,
  said: HTMLElement,
  leave?: () => void,
): Promise<Writing | undefined> {
  try {
    return await import("./writing/writing.ts");
  } catch {
    const reload = (): void => {
      leave?.();
      location.reload();
    };
    said.replaceChildren(words.outdated, button(words.reload, reload));
    return undefined;
  }
}
