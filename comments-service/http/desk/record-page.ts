import { html } from "hono/html";
import { checks } from "../../domain/checks/checks.ts";
import { reasonFor } from "../../words/checks.ts";
import { removalReasons } from "../../domain/moderation.ts";
import type { RecordEntry } from "../../store/port/desk.ts";
import type { Desk } from "./shell.ts";
import type { Markup } from "../page.ts";

/** Who did what, when and why, the newest first. */
export function recordList(desk: Desk, entries: readonly RecordEntry[]): Markup {
  const { words } = desk;
  if (entries.length === 0) return html`<p>${words.recordEmpty}</p>`;
  return html`<ol class="toc plain">${entries.map((entry) => item(desk, entry))}</ol>`;
}

function item(desk: Desk, entry: RecordEntry): Markup {
  const { words, time } = desk;
  const { at, who, act, isUndone } = entry;
  const said = whyOf(desk, entry);
  return html`<li><p class="facts">${time(at)} <strong>${words.recordAct[act] ?? act}</strong> <span>${words.who[who] ?? who}</span>
${about(desk, entry)}
${isUndone ? html`<span class="why">${words.undone}</span>` : ""}</p>${said === "" ? "" : html`<p class="words ui" dir="auto">${said}</p>`}</li>`;
}

/** The way to the comment or the notice that an entry is about; else its name. */
function about({ words }: Desk, { act, subject }: RecordEntry): Markup {
  if (!/^[0-9a-f]{32}$/u.test(subject)) return html`<span>${subject}</span>`;
  const kind = act === "decide" ? "notices" : "comments";
  return html`<a href="/desk/${kind}/${subject}">${words.details}</a>`;
}

/** The checks, the reasons and the reports in words of the desk; what a moderator wrote stays as it is. */
function whyOf({ words, site }: Desk, { who, act, why }: RecordEntry): string {
  const names = why.split(" ");
  if (names.every((name) => checks.some((check) => check.name === name)))
    return names.map((name) => reasonFor(name, site.language)).join(", ");
  if (who === "reports" && /^\d+$/u.test(why)) return words.reports(Number(why));
  if (act !== "reject" && act !== "hide") return why;
  const [first, ...note] = why.split(": ");
  const reason = removalReasons.find((each) => each === first);
  return reason === undefined ? why : [words.reason[reason], ...note].join(": ");
}
