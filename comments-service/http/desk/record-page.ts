import { checks } from "../../domain/checks/checks.ts";
import { beginningOf } from "../../domain/plain-text.ts";
import { reasonFor } from "../../words/checks.ts";
import { removalReasons } from "../../domain/moderation.ts";
import type { RecordEntry } from "../../store/port/desk.ts";
import type { RecordFilter, RecordLine } from "../../store/port/record.ts";
import type { Desk } from "./shell.ts";
import { html } from "../html.ts";
import type { Markup } from "../html.ts";
import type { Page } from "../page.ts";

/** How much of a comment's text stands in its line, in signs. */
export const BEGINNING = 90;

/** Who did what with one comment, when and why, the newest first. */
export function recordList(desk: Desk, entries: readonly RecordEntry[]): Markup {
  const { words, time } = desk;
  if (entries.length === 0) return html`<p>${words.recordEmpty}</p>`;
  return html`<ol class="toc plain">${entries.map((entry) => {
    const said = whyOf(desk, entry);
    return html`<li><p class="facts">${time(entry.at)} <strong>${actOf(desk, entry)}</strong> <span>${whoOf(desk, entry.who)}</span>
${undone(desk, entry)}</p>${said === "" ? "" : html`<p class="words ui" dir="auto">${said}</p>`}</li>`;
  })}</ol>`;
}

/** What the record was asked for, as its address says it, and who can be asked for. */
export interface RecordAddress {
  filter: Pick<RecordFilter, "who" | "act" | "article"> & { since: string; until: string };
  names: readonly string[];
  /** The page that follows; the same entries as a file; this page without a filter, where there is one. */
  links: { older: string | null; file: string; all: string | null };
}

/** The record of all, as a table; on a phone each row of it is an entry. */
export function recordPage(
  desk: Desk,
  lines: readonly RecordLine[],
  { filter, names, links }: RecordAddress,
): Page {
  const { words } = desk;
  const { recordPage: own } = words;
  return {
    title: words.record,
    main: html`${filterForm(desk, filter, names)}
<p class="ui ways"><a href="${links.file}" download>${own.download}</a>${links.all === null ? "" : html` <a href="${links.all}">${own.unfilter}</a>`}</p>
${lines.length === 0 ? html`<p>${links.all === null ? words.recordEmpty : own.nothing}</p>` : table(desk, lines)}
${links.older === null ? "" : html`<p><a href="${links.older}">${own.older}</a></p>`}`,
  };
}

function filterForm(
  desk: Desk,
  { who, act, article, since, until }: RecordAddress["filter"],
  names: readonly string[],
): Markup {
  const { recordPage: own, recordAct } = desk.words;
  const option = (value: string, label: string, chosen = "") =>
    html`<option value="${value}"${value === chosen ? html` selected` : ""}>${label}</option>`;
  return html`<form class="filters" action="/desk/record">
<label>${own.who} <select name="who">${option("", own.anybody)}${names.map((name) => option(name, whoOf(desk, name), who))}</select></label>
<label>${own.what} <select name="act">${option("", own.anything)}${Object.entries(recordAct).map(([name, label]) => option(name, label, act))}</select></label>
<label>${own.article} <input type="search" name="article" dir="auto" maxlength="200" value="${article ?? ""}"></label>
<label>${own.from} <input type="date" name="since" value="${since}"></label>
<label>${own.until} <input type="date" name="until" value="${until}"></label>
<button type="submit">${own.filter}</button></form>`;
}

// The roles say that it is a table where a style shows its rows as entries, which would take the table from a screen reader.
function table(desk: Desk, lines: readonly RecordLine[]): Markup {
  const { record, recordPage: own } = desk.words;
  const heads = [own.time, own.who, own.what, own.place, own.words];
  return html`<table class="record" role="table" aria-label="${record}"><thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}</tr></thead>
<tbody role="rowgroup">${lines.map((line) => row(desk, line))}</tbody></table>`;
}

function row(desk: Desk, line: RecordLine): Markup {
  const { words, time } = desk;
  const said = whyOf(desk, line);
  const beginning = beginningOf(line.beginning, BEGINNING);
  return html`<tr role="row"><td role="cell" class="time">${time(line.at)}</td>
<td role="cell" class="by">${whoOf(desk, line.who)
    .split(/(?=@)/u)
    .map((part) => html`${part}<wbr>`)}</td>
<td role="cell"><strong>${actOf(desk, line)}</strong> ${undone(desk, line)}</td>
<td role="cell" class="whole">${place(desk, line)}</td>
<td role="cell" class="whole">${beginning === "" ? "" : html`<p class="line" dir="auto">${words.recordPage.quote(beginning)}</p>`}
${said === "" ? "" : html`<p dir="auto">${words.recordPage.because} ${said}</p>`}</td></tr>
`;
}

/** The way to what an entry is about: a comment in its article, a notice, an article, all of them, the blocks. */
function place({ words }: Desk, { act, subject, comment, number, thread }: RecordLine): Markup {
  if (comment !== null && thread !== null) {
    const address = act === "decide" ? `notices/${subject}` : `comments/${comment}`;
    const numbered = number === null ? thread.title : `${thread.title}, ${words.number(number)}`;
    return html`<a href="/desk/${address}" dir="auto">${numbered}</a>`;
  }
  if (thread !== null)
    return html`<a href="/desk/threads/${encodeURIComponent(thread.id)}" dir="auto">${thread.title}</a>`;
  if (subject === "all threads")
    return html`<a href="/desk/threads">${words.recordPage.allArticles}</a>`;
  if (subject.startsWith("block ")) return html`<a href="/desk/blocks">${words.blocks}</a>`;
  return html`${subject}`;
}

function whoOf({ words }: Desk, who: string): string {
  return words.who[who] ?? who;
}

function actOf({ words }: Desk, { act }: RecordEntry): string {
  return words.recordAct[act] ?? act;
}

function undone({ words }: Desk, { isUndone }: RecordEntry): Markup | "" {
  return isUndone ? html`<span class="why">${words.undone}</span>` : "";
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
