import type { Counts } from "../wire.ts";
import { ask } from "./api.ts";
import type { Context } from "./context.ts";
import { button, element } from "./dom.ts";

/** A quiet line that says how many comments have come since the thread was loaded. The service is asked when the reader comes back to the page, and `show` is called when he wants to see them. */
export function newsLine(context: Context, show: () => Promise<void>) {
  const line = element("p", { className: "news acts ui", role: "status" });
  let known = Infinity;

  async function look(): Promise<void> {
    if (document.visibilityState !== "visible") return;
    const { value } = await ask<Counts>(context, `/counts?thread=${context.thread}`);
    const news = (value?.[decodeURIComponent(context.thread)] ?? 0) - known;
    if (news > 0) line.replaceChildren(button(context.words.news(news), () => void show()));
  }

  document.addEventListener("visibilitychange", () => void look(), { signal: context.signal });
  return {
    line,
    /** To be told how many comments there were when the thread was loaded. */
    loaded: (count: number): void => {
      known = count;
      line.replaceChildren();
    },
  };
}
