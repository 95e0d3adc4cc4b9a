import type { Comment, Folded, Replies } from "../wire.ts";
import { ask } from "./api.ts";
import type { Context } from "./context.ts";
import { button, element } from "./dom.ts";

/**
 * `Weitere 97 Antworten`, in the place of replies that are left out: adds as many as come at once before itself, and leads to the first of them.
 * @param show makes the items of the list, which `added` is told of when they are in the page.
 */
export function foldedView(
  { after, count }: Folded,
  context: Context,
  show: (replies: Comment[]) => HTMLElement[],
  added: () => void,
): HTMLElement {
  const { words } = context;
  const trouble = element("span", { role: "status" });
  const more = button(words.moreReplies(count), () => void load());
  const view = element("li", { className: "folded acts ui" }, trouble, more);

  async function load(): Promise<void> {
    more.textContent = words.loading;
    const path = `/threads/${context.thread}/replies?after=${after}`;
    const { value, why } = await ask<Replies>(context, path);
    trouble.textContent = why ?? "";
    more.textContent = words.again;
    if (!value) return;
    const replies = value.comments.slice(0, count);
    const items = show(replies);
    after = replies.at(-1)?.number ?? after;
    count -= replies.length || count;
    more.textContent = words.moreReplies(count);
    view.before(...items);
    added();
    items[0]?.querySelector("article")?.focus();
    if (!count) view.remove();
  }

  return view;
}
