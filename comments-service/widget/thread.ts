import type { Comment, Thread } from "../wire.ts";
import { ask } from "./api.ts";
import { commentView } from "./comment.ts";
import type { Context } from "./context.ts";
import { conversations, type Conversation } from "../domain/conversations.ts";
import { commentAnchor, numberIn } from "../domain/comment-anchor.ts";
import { button, element } from "./dom.ts";
import { foldedView } from "./folded.ts";
import { commentForm, formId } from "./form.ts";
import { newsLine } from "./news-line.ts";
import { orderView, type Order } from "./order.ts";

type Page = Omit<Thread, "folded" | "last"> & Partial<Thread>;

/**
 * Fills `host` with the thread and keeps it: loads its first page, further ones when asked, and the comment that the page's address names;
 * says so when there are new ones. Each loading of the first page dispatches a bubbling `thread-count` whose `detail` is `{ count }`, how many comments are published.
 */
export function showThread(host: HTMLElement, context: Context): void {
  const { words, signal } = context;
  const form = commentForm(context, host, (number) => goTo(number, true));
  const notice = element("p", { className: "ui", role: "status" });
  const list = element("ol", { className: "thread", role: "list" });
  const trouble = element("span", { role: "status" });
  const more = button("", () => void loadNext());
  const foot = element("p", { className: "acts ui" }, trouble, more);
  const start = button("", () => void loadFirst());
  const head = element("p", { className: "news acts ui" });
  const feed = `${context.service}/threads/${context.thread}/feed.atom`;
  const news = newsLine(context, (number) => goTo(number, true));
  let next: number | null = null;
  let order: Order = "newest";

  /**
   * Loads the page of the thread that is `next`, and shows it: where that is the first, perhaps the one on which the number `at` stands instead. Answers
   * whether it came. Where it has to be `fresh`, no copy on the way (browser, CDN) will do.
   */
  async function load(fresh = false, at = 0): Promise<boolean> {
    more.textContent = words.loading;
    const asked = order;
    const before = next;
    const query = [
      `order=${order}`,
      before && `before=${before}`,
      at && `at=${at}`,
      fresh && `fresh=${Date.now()}`,
    ];
    const { value, why } = await ask<Page>(
      context,
      `/threads/${context.thread}?${query.filter(Boolean).join("&")}`,
    );
    if (signal.aborted || asked !== order) return false;
    if (value && !before) {
      news.loaded(value);
      begin(value, at);
    }
    // Two may have asked for the same page, and the thread may have begun anew in the meantime.
    if (value && before === next) add(value);
    trouble.textContent = why ?? "";
    more.textContent = why ? words.again : order === "oldest" ? words.newer : words.older;
    more.hidden = !next && !why;
    return !why;
  }

  /** Puts an empty thread in place of whatever is there. Where its page is the one of the number `at`, there is a way back to the first. */
  function begin({ open, closedSince, count, recommended, comments }: Page, at: number): void {
    next = null;
    start.textContent = order === "oldest" ? words.older : words.newer;
    head.replaceChildren(...(comments.some(({ number }) => number === at) ? [start] : []));
    form.leave();
    list.replaceChildren();
    const some = count + comments.length > 0;
    // A service that is older than this widget does not say since when.
    const closed = !open && words.closed(closedSince ? context.time(closedSince, true) : "");
    const bar = element(
      "p",
      { className: "bar ui" },
      some
        ? orderView(words, order, recommended, (wanted) => void reorder(wanted))
        : closed || words.empty,
      some && open && element("a", { href: `#${formId}` }, words.write),
    );
    host.replaceChildren(notice, bar);
    if (some || open)
      host.append(
        news.line,
        head,
        list,
        foot,
        closed ? element("p", { className: "ui" }, closed + words.readOn) : form.home,
        element("p", { className: "hint ui" }, element("a", { href: feed }, words.subscribe)),
      );
    host.dispatchEvent(new CustomEvent("thread-count", { bubbles: true, detail: { count } }));
  }

  /** Adds a page below the ones that are there. A service that is older than this widget folds nothing. */
  function add({ open, comments, next: before, folded = [] }: Page): void {
    const reply = open && form.reply;
    // The place of a reply already tells which comment it answers, but for a reply to a reply, and where each stands by itself.
    const itemOf = (comment: Comment, under: number | null, replies: HTMLElement[] = []) => {
      const to = comment.replyTo;
      const answered =
        !!to && to !== under && (comments.find(({ number }) => number === to) ?? { number: to });
      const below = replies.length > 0 && element("ol", { role: "list" }, ...replies);
      return element("li", {}, commentView(context, comment, reply, answered, below));
    };
    const itemsOf = (replies: Comment[], under: number) =>
      replies.map((each) => itemOf(each, under));
    next = before;
    const groups =
      order === "recommended"
        ? comments.map((each): Conversation => [each])
        : conversations(comments);
    for (const [first, ...replies] of groups)
      if (!viewOf(first.number)) list.append(itemOf(first, null, itemsOf(replies, first.number)));
    for (const gap of folded) {
      const view = foldedView(
        gap,
        context,
        (replies) => {
          comments.push(...replies);
          return itemsOf(replies, gap.conversation);
        },
        form.added,
      );
      viewOf(gap.after)?.parentElement?.after(view);
    }
    form.added();
  }

  function viewOf(number: number): HTMLElement | null {
    return host.querySelector(`#${commentAnchor(number)}`);
  }

  async function loadNext(): Promise<void> {
    const before = next ? list.children.length : 0;
    if (!(await load())) return;
    if (before === 0) await goToAddress();
    else list.children[before]?.querySelector("article")?.focus();
  }

  /** Leads from what is recommended back to the whole thread, and loads it from its beginning, or where `at` stands; answers whether it came. */
  async function loadWhole(fresh: boolean, at = 0): Promise<boolean> {
    if (order === "recommended") order = "newest";
    // If this fails, the thread begins anew when the reader tries again, and what he looked for comes after it.
    next = null;
    return load(fresh, at);
  }

  /** Shows the whole thread from its beginning. */
  async function loadFirst(): Promise<void> {
    if (await loadWhole(false)) list.querySelector("article")?.focus();
  }

  /** Shows the thread from its other end; the choice keeps the focus, though its bar is made anew. */
  async function reorder(wanted: Order): Promise<void> {
    order = wanted;
    next = null;
    if (await load()) host.querySelector("select")?.focus();
  }

  /** Goes to the comment that the page's address names. */
  async function goToAddress(): Promise<void> {
    const number = numberIn(location.hash);
    notice.textContent = "";
    if (number) await goTo(number);
  }

  /**
   * Goes to a comment, however old; one that is not there is asked for once more past every copy. After a change the whole thread is, and
   * where only what is recommended is shown, the number may be none of it.
   */
  async function goTo(number: number, isChanged = false): Promise<void> {
    const isElsewhere = isChanged || (order === "recommended" && !viewOf(number));
    if (isElsewhere && !(await loadWhole(true))) return;
    for (const fresh of [false, true]) {
      if (fresh && !viewOf(number) && !(await loadWhole(true))) return;
      const isPart = next || start.isConnected || list.querySelector(".folded");
      if (viewOf(number) || !isPart) continue;
      if (!(await loadWhole(fresh, number))) return;
    }
    const found = viewOf(number);
    if (!found) notice.textContent = words.notFound(number);
    (found ?? host).scrollIntoView();
    found?.focus({ preventScroll: true });
  }

  host.replaceChildren(foot);
  window.addEventListener("hashchange", () => void goToAddress(), { signal });
  void loadNext();
}
