import { ask } from "./api.ts";
import type { Context } from "./context.ts";
import { button, element } from "./dom.ts";
import type { Known } from "./news.ts";

/** A quiet line that says how many comments have come since the thread was loaded. The service is asked when the reader comes back to the page, and `show` is called with the number of the first of them when he wants to see them. */
export function newsLine(context: Context, show: (number: number) => Promise<void>) {
  const line = element("p", { className: "news acts ui", role: "status" });
  let known: Known | undefined;

  async function look(): Promise<void> {
    if (document.visibilityState !== "visible") return;
    try {
      const { newsSince } = await import("./news.ts");
      const news = await newsSince(known, context, ask);
      if (news) line.replaceChildren(button(news.says, () => void show(news.first)));
    } catch {
      // The site was printed anew, and this part has gone: nothing is said.
    }
  }

  document.addEventListener("visibilitychange", () => void look(), { signal: context.signal });
  return {
    line,
    /** To be told what there was when the thread was loaded. */
    loaded: (thread: Known): void => {
      known = thread;
      line.replaceChildren();
    },
  };
}
