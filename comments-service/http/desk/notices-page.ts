import { html } from "hono/html";
import { de } from "../../words/de/letters.ts";
import { en } from "../../words/en/letters.ts";
import type { DeskComment } from "../../store/port/queues.ts";
import type { KeptNotice } from "../../store/port/notices.ts";
import { facts } from "./comments-page.ts";
import type { Desk } from "./shell.ts";
import type { Markup, Page } from "../page.ts";

/** The notices of illegal content: what waits first. */
export function noticesPage({ words, time }: Desk, notices: readonly KeptNotice[]): Page {
  return {
    title: words.notices,
    main: html`<p class="hint ui">${words.notice.hint}</p>
${notices.length === 0 ? html`<p>${words.notice.none}</p>` : ""}
<ol class="toc plain">${notices.map(
      (
        notice,
      ) => html`<li><p class="facts">${time(notice.created)} <strong dir="auto">${notice.name}</strong> ${stateOf(words, notice)}</p>
<p class="words" dir="auto">${notice.reason}</p>
<div class="acts"><a class="quiet" href="/desk/notices/${notice.id}">${isOpen(notice) ? words.notice.decide : words.details}</a></div></li>`,
    )}</ol>`,
  };
}

/** One notice: the comment, who says what, what was decided, and the form to decide, also anew after an objection. */
export function noticePage(
  desk: Desk,
  notice: KeptNotice,
  comment: DeskComment,
  { isWrong }: { isWrong: boolean },
): Page {
  const { words, time } = desk;
  const { id, name, email, reason, created, decision, grounds, decided, decidedBy } = notice;
  return {
    title: words.notice.title,
    main: html`${isWrong ? html`<p class="said" role="alert">${words.notice.wrong}</p>` : ""}
<p class="kick"><a href="${comment.thread.url}" dir="auto">${comment.thread.title}</a></p>
${facts(desk, comment)}
<p class="words" dir="auto">${comment.text}</p>
<p class="acts"><a class="quiet" href="/desk/comments/${comment.id}">${words.details}</a></p>
<h2>${words.notice.given}</h2>
<p class="facts"><strong dir="auto">${name}</strong> <span>${email}</span> ${time(created)}</p>
<p class="words" dir="auto">${reason}</p>
${
  decision === null || decided === null
    ? ""
    : html`<h2>${words.notice.decided}</h2><p class="facts"><strong>${words.notice[decision]}</strong> <span>${decidedBy}</span> ${time(decided)}</p><p class="words" dir="auto">${grounds}</p>`
}
${notice.objections.map(
  ({ party, text, created: at }) =>
    html`<h2>${words.notice.objection[party]}</h2><p class="facts">${time(at)}</p><p class="words" dir="auto">${text}</p>`,
)}
${
  isOpen(notice)
    ? html`<h2>${words.notice.decide}</h2>
${decision === null ? "" : html`<p class="hint ui">${words.notice.another}</p>`}
${notice.isRemovedOtherwise && comment.state !== "published" ? html`<p class="hint ui">${words.notice.removedOtherwise}</p>` : ""}
<form method="post" action="/desk/notices/${id}">
<p class="field"><label for="grounds">${words.notice.grounds}</label><textarea dir="auto" id="grounds" name="grounds" rows="6" maxlength="5000" required></textarea></p>
<details><summary>${words.notice.blocks}</summary><ul>${beginnings(desk).map((sentence) => html`<li>${sentence}</li>`)}</ul></details>
<p class="go"><button type="submit" name="decision" value="removed">${words.notice.remove}</button> <button type="submit" name="decision" value="kept">${words.notice.keep}</button></p></form>`
    : ""
}`,
  };
}

/** Sentences to begin the reasons with. */
function beginnings({ words, site }: Desk): string[] {
  const { insult, private: privately, illegal } = { de, en }[site.language].removalReasons;
  return [...words.notice.beginnings, insult, privately, illegal];
}

function isOpen({ decision, objections }: KeptNotice): boolean {
  return decision === null || objections.some(({ isSettled }) => !isSettled);
}

function stateOf(words: Desk["words"], notice: KeptNotice): Markup {
  if (notice.decision === null) return html`<span class="why">${words.notice.open}</span>`;
  if (isOpen(notice)) return html`<span class="why">${words.notice.objected}</span>`;
  return html`<span>${words.notice[notice.decision]}</span>`;
}
