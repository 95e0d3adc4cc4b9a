import { html } from "hono/html";
import type { UsedLink } from "../../acts/act-links.ts";
import { removalReasons } from "../../domain/moderation.ts";
import type { CommentAct } from "../../domain/moderation.ts";
import { enterDoesNothing } from "../pages/shell.ts";
import type { DeskComment } from "../../store/port/queues.ts";
import { facts, seen } from "./comments-page.ts";
import type { Desk, Markup } from "./page.ts";

/**
 * What a mailed link leads to: the comment and one button. To remove something, a reason is chosen beside it.
 * @param wasEdited the button was pressed under other words, which have been edited since.
 */
export function actPage(
  desk: Desk,
  comment: DeskComment,
  { act, token, wasEdited }: { act: CommentAct; token: string; wasEdited: boolean },
): { title: string; main: Markup } {
  const { words } = desk;
  const reasons = html`${enterDoesNothing("/act")}<p class="field"><label>${words.reasonLabel} <select name="reason">${removalReasons.map((reason) => html`<option value="${reason}">${words.reason[reason]}</option>`)}</select></label></p>
<p class="hint">${words.toldHint}</p>`;
  return {
    title: `${words.act[act]}?`,
    main: html`${wasEdited ? html`<p class="said" role="alert">${words.wasEdited}</p>` : ""}
<p class="kick"><a href="${comment.thread.url}" dir="auto">${comment.thread.title}</a></p>
${facts(desk, comment)}
<p class="words" dir="auto">${comment.text}</p>
${act === "erase" ? html`<p class="hint ui">${words.eraseHint(1)}</p>` : ""}
<form method="post" action="/act"><input type="hidden" name="token" value="${token}">${seen(comment)}
${act === "reject" || act === "hide" ? reasons : ""}
<p class="go"><button type="submit">${words.act[act]}</button></p></form>`,
  };
}

/** What became of the link: used up, too old, or decided by somebody else; and what the comment is now. */
export function actedPage(
  { words }: Desk,
  { outcome, comment }: UsedLink,
): { title: string; main: Markup } {
  const [title, sentence] = words.acted[outcome];
  return {
    title,
    main: html`<p>${sentence}</p>
${comment === null ? "" : html`<p class="facts"><strong dir="auto">${comment.name}</strong> <span>${words.state[comment.state]}</span></p><p><a href="/desk/comments/${comment.id}">${words.details}</a></p>`}
<p><a href="/desk/">${words.backToDesk}</a></p>`,
  };
}
