import { html } from "hono/html";
import { actsFor, removalReasons } from "../../domain/moderation.ts";
import { enterDoesNothing } from "../page.ts";
import type { DeskComment, KeptReport } from "../../store/port/queues.ts";
import type { RecordEntry } from "../../store/port/desk.ts";
import { actButton, facts, seen } from "./comments-page.ts";
import type { Desk } from "./shell.ts";
import type { Page } from "../page.ts";
import { recordList } from "./record-page.ts";

/** All about one comment: its words, reports, acts with the moderator's own words, blocks, and its record. */
export function commentPage(
  desk: Desk,
  comment: DeskComment,
  { reports, record, back }: { reports: KeptReport[]; record: RecordEntry[]; back: string },
): Page {
  const { words, time } = desk;
  const { id, thread, name, email, text, state, number } = comment;
  const acts = actsFor(state);
  const domain = email.slice(email.lastIndexOf("@") + 1);
  const backField = html`<input type="hidden" name="back" value="${back}">`;
  const simple = acts.filter((act) => act !== "reject" && act !== "hide");
  const withReason = acts.filter((act) => act === "reject" || act === "hide");
  const whose = name || words.state[state];
  return {
    title: number === null ? whose : `${words.number(number)} ${whose}`,
    main: html`<p class="kick"><a href="${thread.url}" dir="auto">${thread.title}</a></p>
${facts(desk, comment)}
<p class="words" dir="auto">${text}</p>
<form method="post" action="/desk/acts">${backField}${seen(comment)}
<div class="acts">${simple.map((act) => actButton(desk, act, id))}
${email === "" ? "" : html`<a class="quiet" href="/desk/comments/${id}/history">${words.history}</a>`}</div></form>
${
  withReason.length === 0
    ? ""
    : html`<h2>${withReason.map((act) => words.act[act]).join(" / ")}</h2>
<form method="post" action="/desk/acts">${enterDoesNothing(back)}${backField}<input type="hidden" name="id" value="${id}">
<p class="field"><label>${words.reasonLabel} <select name="reason">${removalReasons.map((reason) => html`<option value="${reason}">${words.reason[reason]}</option>`)}</select></label></p>
<p class="field"><label>${words.note}<textarea dir="auto" name="note" rows="3" maxlength="1000"></textarea></label></p>
<p class="hint">${words.toldHint}</p>
<p class="go">${withReason.map((act) => html`<button type="submit" name="act" value="${act}">${words.act[act]}</button> `)}</p></form>`
}
${
  reports.length === 0
    ? ""
    : html`<h2>${words.reportsTitle}</h2><ol class="toc plain">${reports.map(
        ({ reason, message, created }) =>
          html`<li><p class="facts"><strong>${words.reportReason[reason] ?? reason}</strong> ${time(created)}</p>${message === "" ? "" : html`<p class="words" dir="auto">${message}</p>`}</li>`,
      )}</ol>`
}
${
  email === ""
    ? ""
    : html`<h2>${words.blocks}</h2><p class="hint ui">${words.blockHint}</p>
<form method="post" action="/desk/blocks">${backField}<div class="acts"><button type="submit" name="value" value="${email}">${words.blockAddress}: ${email}</button>
<button type="submit" name="value" value="${domain}">${words.blockDomain}: ${domain}</button></div></form>`
}
<h2>${words.record}</h2>
${recordList(desk, record)}`,
  };
}

/** Asks once more before words are gone for good. */
export function erasePage({ words }: Desk, ids: readonly string[], back: string): Page {
  return {
    title: words.eraseTitle,
    main: html`<p>${words.eraseHint(ids.length)}</p>
<form method="post" action="/desk/acts"><input type="hidden" name="back" value="${back}"><input type="hidden" name="sure" value="yes">
${ids.map((id) => html`<input type="hidden" name="id" value="${id}">`)}
<p class="go"><button type="submit" name="act" value="erase">${words.eraseSure}</button> <a class="quiet" href="${back}">${words.cancel}</a></p></form>`,
  };
}
