import { html } from "hono/html";
import { commentAddress } from "../../domain/addresses.ts";
import { reasonFor } from "../../words/checks.ts";
import { actsFor, removalReasons } from "../../domain/moderation.ts";
import type { CommentAct } from "../../domain/moderation.ts";
import { enterDoesNothing } from "../page.ts";
import type { NoteBeside } from "../../store/port/notes.ts";
import type { DeskComment } from "../../store/port/queues.ts";
import { notesBeside } from "./notes-list.ts";
import type { Desk } from "./shell.ts";
import type { Markup, Page } from "../page.ts";

/** How many a page shows. */
export const COMMENTS_SHOWN = 30;

/**
 * Comments as a table of contents, in one form: each with its own acts, and a bar for many at once.
 * @param back where the acts lead back to; @param next the address of the page that follows, or null.
 */
export function commentList(
  desk: Desk,
  comments: readonly DeskComment[],
  {
    back,
    next,
    empty,
    notes,
  }: { back: string; next: string | null; empty: string; notes: readonly NoteBeside[] },
): Markup {
  if (comments.length === 0) return html`<p>${empty}</p>`;
  const { words } = desk;
  return html`<form method="post" action="/desk/acts">${enterDoesNothing(back)}
<input type="hidden" name="back" value="${back}">
<ol class="toc">${comments.map((comment) => item(desk, comment, back, notesBeside(desk, notes, comment.id)))}</ol>
${next === null ? "" : html`<p><a href="${next}">${words.next}</a></p>`}
${bar(desk, comments)}
</form>`;
}

/** Names the words that the moderator has read. Their writer may still edit them, and nothing is published that nobody has read. */
export function editReadField({ id, edited }: DeskComment): Markup | "" {
  return edited === null ? "" : html`<input type="hidden" name="seen" value="${id} ${edited}">`;
}

/**
 * Which words stood beside the button that was pressed (`editReadField` writes them into the form).
 * @returns for each comment the time of their last edit; zero when they had never been edited.
 */
export function editsReadIn(sent: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    sent.map((each) => {
      const [id = "", edited = ""] = each.split(" ");
      return [id, /^\d{1,15}$/u.test(edited) ? Number(edited) : 0];
    }),
  );
}

function item(desk: Desk, comment: DeskComment, back: string, notes: Markup[]): Markup {
  const { words } = desk;
  const { id, thread, name, text } = comment;
  return html`<li data-comment tabindex="-1">
<div><input type="checkbox" name="id" value="${id}" aria-label="${words.select(name)}">${editReadField(comment)}</div>
<article>
<p class="kick"><a href="${thread.url}" dir="auto">${thread.title}</a></p>
${facts(desk, comment)}
<p class="words" dir="auto">${text}</p>
${notes}<div class="acts">${actsFor(comment.state).map((act) => actButton(desk, act, id))}
${answerLink(desk, comment, back)} <a class="quiet" href="/desk/comments/${id}#notes">${words.notes.link}</a> <a class="quiet" data-act="open" href="/desk/comments/${id}">${words.details}</a></div>
</article></li>`;
}

/** Who, when, where, and what speaks for or against it. */
export function facts({ words, time, site }: Desk, comment: DeskComment): Markup {
  const { number, thread, name, email, asked, edited, badge, state, heldFor, replyTo } = comment;
  return html`<p class="facts"><strong dir="auto">${name}</strong>
${badge === null ? "" : html`<span class="mark">${words.badge[badge]}</span>`}
<span>${email}</span> ${time(asked)}
${number === null ? "" : html`<a href="${commentAddress(thread.url, number)}">${words.number(number)}</a>`}
${replyTo === null ? "" : html`<span>${words.replyTo(replyTo)}</span>`}
${edited === null ? "" : html`<span>${words.edited}</span>`}
<span>${words.state[state]}</span>
${comment.reports > 0 ? html`<span class="why">${words.reports(comment.reports)}</span>` : ""}
${comment.wasLeft && state === "published" ? html`<span class="why">${words.wasLeft}</span>` : ""}
${comment.notices > 0 ? html`<span class="why">${words.hasNotice}</span>` : ""}</p>
${
  heldFor.length > 0 && state === "held"
    ? html`<p class="facts"><span>${words.heldFor}:</span> ${heldFor.map((check) => html`<span class="why">${reasonFor(check, site.language)}</span>`)}</p>`
    : ""
}`;
}

/** One act on one comment. Where a reason is asked for, the button opens the list of reasons, and each of these acts. */
export function actButton({ words }: Desk, act: CommentAct, id: string): Markup {
  if (act !== "reject" && act !== "hide")
    return html`<button type="submit" name="one" value="${act} ${id}" data-act="${act}">${words.act[act]}</button>`;
  return html`<details data-act="${act}"><summary>${words.act[act]} …</summary>
${removalReasons.map((reason) => html`<button type="submit" name="one" value="${act} ${id} ${reason}">${words.reason[reason]}</button> `)}
</details>`;
}

/** The way to the form for an answer, from which it leads back. */
export function answerLink({ words }: Desk, { id, state }: DeskComment, back: string): Markup | "" {
  const address = `/desk/comments/${id}/answer?back=${encodeURIComponent(back)}`;
  return state === "erased" || state === "unconfirmed"
    ? ""
    : html`<a class="quiet" href="${address}">${words.answer.link}</a>`;
}

/** Acts on all that are selected. */
function bar({ words }: Desk, comments: readonly DeskComment[]): Markup {
  const acts = [...new Set(comments.flatMap(({ state }) => actsFor(state)))];
  const button = (act: CommentAct) =>
    html`<button type="submit" class="quiet" name="act" value="${act}">${words.act[act]}</button>`;
  const needReason: CommentAct[] = acts.filter((act) => act === "reject" || act === "hide");
  return html`<div class="bar"><strong>${words.selected}</strong>
${acts.filter((act) => !needReason.includes(act)).map(button)}
${
  needReason.length === 0
    ? ""
    : html`<label>${words.reasonLabel} <select name="reason">${removalReasons.map((reason) => html`<option value="${reason}">${words.reason[reason]}</option>`)}</select></label> ${needReason.map(button)}`
}</div>`;
}

/** The search, with what it found. */
export function searchPage({ words }: Desk, asked: string, found: Markup | ""): Page {
  return {
    title: asked === "" ? words.search : words.searched(asked),
    main: html`<form class="find" action="/desk/search"><label>${words.searchLabel} <input type="search" dir="auto" name="q" value="${asked}" required maxlength="200"></label> <button type="submit">${words.search}</button></form>
<p class="hint ui">${words.searchHint}</p>
${found}`,
  };
}
