import { commentAddress } from "../../domain/addresses.ts";
import { linkPlaces } from "../../domain/checks/checks.ts";
import { apart, wordPlaces } from "../../domain/checks/words.ts";
import type { Place } from "../../domain/checks/words.ts";
import { beginningOf } from "../../domain/plain-text.ts";
import type { Service } from "../../acts/service.ts";
import type { NoteBeside } from "../../store/port/notes.ts";
import type { DeskComment, KeptReport, Writer } from "../../store/port/queues.ts";
import { reasonFor } from "../../words/checks.ts";
import { notesBeside } from "./notes-list.ts";
import type { Desk } from "./shell.ts";
import { html } from "../html.ts";
import type { Markup } from "../html.ts";

/** What is known beside the comments of a page: asked for once for all of them. */
export interface Known {
  reports: ReadonlyMap<string, readonly KeptReport[]>;
  /** By addresses in small letters. */
  writers: ReadonlyMap<string, Writer>;
  notes: readonly NoteBeside[];
  /** The words that a check looks for: BLOCKED_WORDS and SUSPECT_WORDS. */
  suspects: readonly string[];
}

/** What decisions on these comments need beside their words: one statement each, however many they are. */
export async function readKnown(
  { store, settings }: Service,
  comments: readonly DeskComment[],
): Promise<Known> {
  const reported = comments.filter((comment) => comment.reports > 0);
  const reports = await store.reports(reported.map(({ id }) => id));
  const emails = comments.map(({ email }) => email).filter((email) => email !== "");
  const writers = await store.writers(emails);
  return {
    reports: Map.groupBy(reports, ({ comment }) => comment),
    writers: new Map(writers.map((writer) => [writer.email, writer])),
    notes: await store.notes(comments.map(({ id }) => id)),
    suspects: [...settings.blockedWords, ...settings.suspectWords],
  };
}

/** A comment's words, with what held it marked: suspect words, and links when there are too many. */
export function markedWords({ text, heldFor }: DeskComment, { suspects }: Known): Markup {
  const links = heldFor.includes("links") ? linkPlaces(text) : [];
  return html`<p class="words" dir="auto">${marked(text, apart([...wordPlaces(text, suspects), ...links]))}</p>`;
}

function marked(text: string, places: readonly Place[]): (string | Markup)[] {
  const ends = [0, ...places.map(([, end]) => end)];
  return [
    ...places.flatMap(([start, end], nth) => [
      text.slice(ends[nth], start),
      html`<mark>${text.slice(start, end)}</mark>`,
    ]),
    text.slice(ends.at(-1)),
  ];
}

/** The comment that is answered: quoted, and the way to it. */
export function answered({ words }: Desk, { replyTo, parent, thread }: DeskComment): Markup | "" {
  if (replyTo === null) return "";
  const { deciding } = words;
  const short = beginningOf(parent?.text ?? "", 200);
  return html`<a class="parent ui" href="${commentAddress(thread.url, replyTo)}"><b>${deciding.answers(replyTo, parent?.name ?? "")}</b>
<span dir="auto">${short === "" ? deciding.goneWords : deciding.quote(short)}</span></a>`;
}

/** What a decision needs: why it waits, what readers say of it, how its writer has fared so far, and where it stands. */
export function aside(desk: Desk, comment: DeskComment, known: Known): Markup {
  const { words } = desk;
  const { id, thread, number, replyTo, email, state } = comment;
  const place = commentAddress(thread.url, number ?? replyTo);
  return html`<div class="about ui">${state === "held" ? heldFor(desk, comment, known) : ""}
${reported(desk, comment, known.reports.get(id) ?? [])}
${comment.wasLeft && state === "published" ? html`<p class="why">${words.wasLeft}</p>` : ""}
${comment.notices > 0 ? html`<p class="why">${words.hasNotice}</p>` : ""}
${email === "" ? "" : fared(desk, comment, known.writers.get(email.toLowerCase()))}
${notesBeside(desk, known.notes, id)}
<p><a href="${place}">${words.deciding.inArticle}</a></p></div>`;
}

function heldFor({ words, site }: Desk, comment: DeskComment, { suspects }: Known): Markup {
  const written = `${comment.name}\n${comment.text}`;
  const found = wordPlaces(written, suspects).map(([start, end]) => written.slice(start, end));
  const quoted = [...new Set(found)].map((word) => words.deciding.quote(word));
  const isNamed = quoted.length > 0;
  const others = comment.heldFor.filter((check) => !isNamed || !check.endsWith("-words"));
  return html`${isNamed ? html`<p><span class="why">${words.deciding.suspect(quoted.length)}</span> ${quoted.join(", ")}</p>` : ""}
${others.map((check) => html`<p class="${kindOf(check)}">${reasonFor(check, site.language)}</p>`)}`;
}

/** How a reason looks: what a rule of the magazine holds, whatever was written, is no warning. */
export function kindOf(check: string): "rule" | "why" {
  return check === "all-held" || check === "first-comment" ? "rule" : "why";
}

/** The reports: how many for which reason, and what they say. */
function reported({ words }: Desk, comment: DeskComment, reports: readonly KeptReport[]): Markup {
  if (comment.reports === 0) return html``;
  const { deciding, reportReason } = words;
  const byReason = [...Map.groupBy(reports, ({ reason }) => reason)];
  const more = comment.reports - reports.length;
  return html`<p class="why">${deciding.reports(comment.reports)}</p>
<ul>${byReason.map(([reason, all]) => {
    const said = all.flatMap(({ message }) => (message === "" ? [] : [deciding.quote(message)]));
    return html`<li><b>${deciding.times(all.length)}</b> ${reportReason[reason] ?? reason}${said.length === 0 ? "" : html`: <span dir="auto">${said.join(", ")}</span>`}</li>`;
  })}${more > 0 ? html`<li>${deciding.moreReports(more)}</li>` : ""}</ul>`;
}

/** How others of this address have fared, apart from this one. */
function fared({ words }: Desk, comment: DeskComment, writer: Writer | undefined): Markup {
  const { id, state } = comment;
  const less = (count = 0, isCounted: boolean) => count - Number(isCounted);
  const others = {
    published: less(writer?.published, state === "published"),
    held: less(writer?.held, comment.heldFor.length > 0),
    removed: less(writer?.removed, state === "hidden" || state === "rejected"),
  };
  const counts = words.deciding.soFarCounts(others);
  if (counts === "") return html`<p>${words.deciding.firstOne}</p>`;
  return html`<p><a href="/desk/comments/${id}/history">${words.deciding.soFar}</a> ${counts}</p>`;
}
