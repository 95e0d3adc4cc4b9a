import type { Thread } from "../wire.ts";
import { ask } from "./api.ts";
import { commentView } from "./comment.ts";
import type { Context } from "./context.ts";
import { conversations } from "./conversations.ts";
import { button, element } from "./dom.ts";
import { commentForm, formId } from "./form.ts";
import { idOf, numberIn } from "./permalink.ts";

/**
 * Fills `host` with the thread and keeps it: loads its newest page, older ones when asked, and the comment that the page's address names.
 * Each loading of the newest page dispatches a bubbling `thread-count` whose `detail` is `{ count }`, how many comments are published.
 */
export function showThread(host: HTMLElement, context: Context): void {
  const { words, signal } = context;
  const form = commentForm(context);
  const notice = element("p", { className: "ui", role: "status" });
  const list = element("ol", { className: "thread", role: "list" });
  const trouble = element("span", { role: "status" });
  const more = button("", () => void loadNext());
  const foot = element("p", { className: "acts ui" }, trouble, more);
  let next: number | null = null;
  let newest = 0;

  /**
   * Loads the page of the thread before the number `before`, or the newest (null), and shows it; answers whether it came. For `wanted`, a
   * number not found so far, no copy on the way (browser, CDN) will do.
   */
  async function load(before: number | null, wanted: number | null): Promise<boolean> {
    more.textContent = words.loading;
    const query = (before ? `before=${before}&` : "") + (wanted ? `fresh=${wanted}` : "");
    const { value, why } = await ask<Thread>(context, `/threads/${context.thread}?${query}`, {
      cache: wanted ? "reload" : "default",
    });
    if (signal.aborted) return false;
    if (value && !before) begin(value);
    // Two may have asked for the same page, and the thread may have begun anew in the meantime.
    if (value && before === next) add(value);
    trouble.textContent = why ?? "";
    more.textContent = why ? words.again : words.older;
    more.hidden = !next && !why;
    return !why;
  }

  /** Puts an empty thread in place of whatever is there. */
  function begin({ open, count, comments }: Thread): void {
    next = null;
    form.goHome();
    list.replaceChildren();
    const bar = element(
      "p",
      { className: "bar ui" },
      comments.length > 0 ? words.newestFirst : open && words.empty,
      open && comments.length > 0 && element("a", { href: `#${formId}` }, words.write),
    );
    host.replaceChildren(
      notice,
      bar,
      list,
      foot,
      open ? form.home : element("p", { className: "ui" }, words.closed),
    );
    host.dispatchEvent(new CustomEvent("thread-count", { bubbles: true, detail: { count } }));
  }

  /** Adds a page below the ones that are there. */
  function add({ open, comments, next: before }: Thread): void {
    const reply = open ? form.reply : null;
    next = before;
    newest = Math.max(newest, ...comments.map(({ number }) => number));
    for (const [first, ...replies] of conversations(comments)) {
      const items = replies.map((each) =>
        element("li", {}, commentView(context, each, reply, first.number)),
      );
      const under = items.length > 0 ? [element("ol", { role: "list" }, ...items)] : [];
      list.append(element("li", {}, commentView(context, first, reply, null, ...under)));
    }
  }

  async function loadNext(): Promise<void> {
    const shown = list.children.length;
    if (!(await load(next, null))) return;
    if (shown === 0) await goToAddress();
    else list.children[shown]?.querySelector("article")?.focus();
  }

  /** Goes to the comment that the page's address names, however old; one that is not there is asked for once more past every copy. */
  async function goToAddress(): Promise<void> {
    const number = numberIn(location.hash);
    notice.textContent = "";
    if (!number) return;
    const shown = (): HTMLElement | null => host.querySelector(`#${idOf(number)}`);
    for (const wanted of [null, number]) {
      // A number beyond the newest is not among the older ones: the page is a stale copy, or the number is wrong.
      const goOn = (): boolean => !shown() && !!next && (!!wanted || number < newest);
      if (wanted && !shown() && !(await load(null, wanted))) return;
      while (goOn()) if (!(await load(next, wanted))) return;
    }
    const found = shown();
    if (!found) notice.textContent = words.notFound(number);
    (found ?? host).scrollIntoView();
    found?.focus({ preventScroll: true });
  }

  host.replaceChildren(foot);
  window.addEventListener("hashchange", () => void goToAddress(), { signal });
  void loadNext();
}
