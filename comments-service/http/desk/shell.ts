import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Site } from "../../domain/thread-list.ts";
import { policy } from "../headers.ts";
import { html } from "../html.ts";
import type { Markup } from "../html.ts";
import { answerDocument, siteFooter } from "../page.ts";
import type { Page } from "../page.ts";
import type { RecordEntry } from "../../store/port/desk.ts";
import type { DeskComment, Queue, Waiting } from "../../store/port/queues.ts";
import { isCommentAct } from "../../domain/moderation.ts";
import type { RemovalReason } from "../../domain/moderation.ts";
import type { Words } from "../../words/de/desk.ts";
import { when } from "../../words/when.ts";
import { wordsIn } from "../../words/words.ts";

/** Whether single keys act in this browser (WCAG 2.1.4). */
export const KEYS_COOKIE = "desk-keys";

/** What every page of the desk is made with. */
export interface Desk {
  site: Site;
  words: Words;
  /** Milliseconds as a moderator reads them. */
  time: (at: number) => Markup;
  siteOrigin: string;
}

/** What a page shows beside its own, when a moderator is signed in. */
export interface Around {
  waiting: Waiting;
  /** The path and query of this page: where acts lead back to, and what is marked in the navigation. */
  path: string;
  /** What was just done: the record of its batch; empty when nothing was left to do; null when nothing was asked. */
  done: readonly RecordEntry[] | null;
  /** What was decided last on comments that an act did not change. */
  decided: readonly RecordEntry[];
  /** The comments that these are about, by their ids. */
  meant: ReadonlyMap<string, DeskComment>;
  /** Whether single keys act. */
  hasKeys: boolean;
}

/** A page of the desk. */
export interface DeskPage extends Page {
  /** It says itself what was just done, where one is. */
  isTold?: boolean;
}

/** What a list says where one is: what was just done. */
export interface Told {
  /** `top`, or `above-` or `below-` a comment. */
  place: string;
  lines: readonly Markup[];
}

export function deskOf(site: Site, siteOrigin: string): Desk {
  const words = wordsIn(site.language).desk;
  const time = (at: number) =>
    html`<time datetime="${new Date(at).toISOString()}">${when(at, site)}</time>`;
  return { site, words, time, siteOrigin };
}

/** Answers with a page of the desk. @param around null where no moderator is signed in. */
export async function deskPage(
  c: Context,
  status: ContentfulStatusCode,
  desk: Desk,
  around: Around | null,
  { title, main, isTold = false }: DeskPage,
): Promise<Response> {
  const { site, words, siteOrigin } = desk;
  return answerDocument(c, status, site, {
    title: `${title} – ${words.desk}`,
    // The script asks how many have come to be checked.
    policy: `${policy(siteOrigin, "'self'", "'self'")}; connect-src 'self'`,
    styles: ["desk.css", "acts.css", "lists.css", "bar.css", "record.css"],
    body: html`<a class="skip" href="#main">${words.skip}</a>
<header><p><a href="/desk/">${site.title}</a> <span class="ui">${words.desk} · <a href="${site.url}">${words.toMagazine}</a></span></p>
${around === null ? "" : navigation(words, around)}</header>
<main id="main" tabindex="-1">
${around === null ? "" : undoForm(around)}${around === null || isTold ? "" : whatWasDone(desk, around)}
<h1>${title}</h1>
${main}
</main>
${around === null ? siteFooter(site) : footer(words, around)}`,
  });
}

/** A page of one sentence: a form from elsewhere changed nothing, or something is not there. */
export function sentencePage({ words }: Desk, what: "foreign" | "missing" | "tooLong"): Page {
  const [title, sentence] = words.trouble[what];
  return { title, main: html`<p>${sentence}</p><p><a href="/desk/">${words.backToDesk}</a></p>` };
}

/** What waits for a decision stands first; all else unfolds where there is little room for it. */
function navigation(words: Words, { waiting, path }: Around): Markup {
  const link = (href: string, label: string, count = 0) =>
    html`<li><a href="${href}"${current(href, path)}>${label}${count > 0 ? html` <b>${count}</b>` : ""}</a></li>`;
  const list = (queue: Queue, count?: number) =>
    link(queueAddress(queue), words.queues[queue], count);
  const others = html`${list("published")}
${list("rejected")}
${link("/desk/threads", words.threads)}
${link("/desk/blocks", words.blocks)}
${link("/desk/texts", words.textBlocks.nav)}
${link("/desk/record", words.record)}
${link("/desk/numbers", words.numbers.nav)}
${link("/desk/search", words.search)}`;
  return html`<nav aria-label="${words.desk}"><ul>
${list("held", waiting.held)}
${list("reported", waiting.reported)}
${link("/desk/notices", words.notices, waiting.notices)}
</ul><details><summary>${words.more}</summary><ul>
${others}
</ul></details></nav>`;
}

/** Marks the list that is shown, whatever is searched or done in it, and the list that a page belongs to. */
function current(href: string, path: string): Markup | "" {
  const { pathname, searchParams } = new URL(path, "https://desk.invalid");
  const list = pathname === "/desk/" ? queueAddress(searchParams.get("queue") ?? "held") : pathname;
  if (list === href) return html` aria-current="page"`;
  return list.startsWith(`${href}/`) ? html` aria-current="true"` : "";
}

/** The first queue is the desk's front page. */
export function queueAddress(queue: string): string {
  return queue === "held" ? "/desk/" : `/desk/?queue=${queue}`;
}

/** A form of its own, since its buttons stand in those of lists, too. */
function undoForm({ path, done, decided }: Around): Markup | "" {
  return done === null && decided.length === 0
    ? ""
    : html`<form id="undo" method="post" action="/desk/undo"><input type="hidden" name="back" value="${path}"></form>`;
}

/** What was just done, with the way back, and what colleagues had decided meanwhile: a line each. */
export function whatWasDone(desk: Desk, around: Around): Markup[] {
  const own = said(desk, around);
  return [...(own === "" ? [] : [own]), ...decidedBefore(desk, around)];
}

function said({ words }: Desk, { done, decided, meant }: Around): Markup | "" {
  if (done === null) return "";
  // A decision on a notice may have hidden a comment; it is told as the decision.
  const first = done.find(({ act }) => act === "decide") ?? done[0];
  // What a colleague has decided is told instead.
  if (first === undefined && decided.some(isByHand)) return "";
  if (first === undefined) return html`<p class="said" role="status">${words.nothingDone}</p>`;
  const canUndo = !["undo", "erase", "unblock", "decide", "answer"].includes(first.act);
  const isUndone = done.every((entry) => entry.isUndone);
  const whose = whoseAt(words, meant.get(first.subject));
  // A sentence that names the comment does not count it.
  const sentence =
    whose !== "" && isCommentAct(first.act)
      ? html`${whose} ${words.recordAct[first.act]}.`
      : html`${whose}${whose === "" ? "" : ": "}${words.done(first.act, done.length)}`;
  return html`<div class="said" role="status"><span>${sentence}</span>
${canUndo && !isUndone ? undoButton(words, first.batch) : ""}</div>`;
}

/** What a colleague has decided meanwhile, with whom, when and why, and the way back for this comment alone. */
function decidedBefore({ words, time }: Desk, { decided, meant }: Around): Markup[] {
  return decided.filter(isByHand).map(({ act, who, at, why, subject, batch, isUndone }) => {
    const reason = why === "" ? "" : html` (${words.reason[why as RemovalReason] ?? why})`;
    return html`<div class="said" role="status"><span>${whoseAt(words, meant.get(subject))}: ${words.acted.decided[0]}: ${words.recordAct[act] ?? act}, ${who}, ${time(at)}${reason}</span>
${act === "erase" || isUndone ? "" : undoButton(words, `${batch} ${subject}`)} <a class="quiet" href="/desk/comments/${subject}">${words.details}</a></div>`;
  });
}

/** Which comment a sentence begins with; empty where it is about none, or about several. */
function whoseAt(words: Words, comment: DeskComment | undefined): Markup | "" {
  if (comment === undefined) return "";
  const whose = words.deciding.whose(comment.name, comment.number);
  return html`<b dir="auto">${whose.charAt(0).toUpperCase()}${whose.slice(1)}</b>`;
}

/** @param what a batch, or a batch and the one comment of it that is meant. */
function undoButton(words: Words, what: string): Markup {
  return html`<button type="submit" form="undo" class="quiet" name="batch" value="${what}" data-act="undo">${words.undo}</button>`;
}

/** Whether a person has decided on a comment. */
export function isByHand({ who, act }: Pick<RecordEntry, "who" | "act">): boolean {
  return who !== "checks" && who !== "reports" && isCommentAct(act);
}

function footer(words: Words, { hasKeys, path }: Around): Markup {
  return html`<footer class="ui">
<span>${hasKeys ? words.keysOn : words.keysOff}</span>
<button type="button" class="quiet" popovertarget="keys">${words.keys} (?)</button>
<div id="keys" popover role="dialog" aria-label="${words.keys}"><dl class="keys">${words.keyList.map(([key, does]) => html`<dt><kbd>${key}</kbd></dt><dd>${does}</dd>`)}</dl></div>
<form method="post" action="/desk/keys"><input type="hidden" name="back" value="${path}"><button type="submit" class="quiet" name="on" value="${hasKeys ? "no" : "yes"}" data-keys="${hasKeys ? "on" : "off"}">${hasKeys ? words.keysOffDo : words.keysOnDo}</button></form>
<form method="post" action="/desk/sign-out"><button type="submit" class="quiet">${words.signOut}</button></form>
</footer><script src="/desk.js" defer></script>`;
}
