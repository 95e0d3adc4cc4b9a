import { html } from "hono/html";
import { checks, reasonFor } from "../domain/checks/checks.ts";
import type { RecordEntry } from "../store/desk.ts";
import type { Desk, Markup } from "./page.ts";

/** Who did what, when and why, the newest first. */
export function recordList(desk: Desk, entries: readonly RecordEntry[]): Markup {
  const { words } = desk;
  if (entries.length === 0) return html`<p>${words.recordEmpty}</p>`;
  return html`<ol class="toc plain">${entries.map((entry) => item(desk, entry))}</ol>`;
}

function item({ words, time, site }: Desk, entry: RecordEntry): Markup {
  const { at, who, act, subject, why, isUndone } = entry;
  const isComment = /^[0-9a-f]{32}$/u.test(subject);
  const names = why.split(" ");
  // The checks name themselves; a moderator's words stay as they are.
  const isChecks = names.every((name) => checks.some((check) => check.name === name));
  const said = isChecks ? names.map((name) => reasonFor(name, site.language)).join(", ") : why;
  return html`<li><p class="facts">${time(at)} <strong>${words.recordAct[act] ?? act}</strong> <span>${words.who[who] ?? who}</span>
${isComment && act !== "decide" ? html`<a href="/desk/comments/${subject}">${words.details}</a>` : html`<span>${subject}</span>`}
${isUndone ? html`<span class="why">${words.undone}</span>` : ""}</p>${said === "" ? "" : html`<p class="words ui">${said}</p>`}</li>`;
}
