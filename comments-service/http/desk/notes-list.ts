import type { NoteBeside } from "../../store/port/notes.ts";
import type { DeskComment } from "../../store/port/queues.ts";
import { limits } from "../../wire.ts";
import { html } from "../html.ts";
import type { Markup } from "../html.ts";
import { enterDoesNothing } from "../page.ts";
import type { Desk } from "./shell.ts";

/** The notes beside a comment, in a list of comments. */
export function notesBeside({ words }: Desk, notes: readonly NoteBeside[], id: string): Markup[] {
  return notes
    .filter(({ beside }) => beside === id)
    .map(
      ({ by, text, comment }) =>
        html`<p class="note"><b>${words.notes.of(by, comment === null ? "writer" : "comment")}</b> <span dir="auto">${text}</span></p>`,
    );
}

/** All notes about a comment and its writer, each with a button that deletes it, and the form for another one. */
export function notesSection(
  desk: Desk,
  comment: DeskComment,
  notes: readonly NoteBeside[],
): Markup {
  const { words, time } = desk;
  const { notes: own } = words;
  return html`<h2 id="notes">${own.title}</h2>
<ol class="toc plain">${notes.map(
    ({ id, by, text, created, comment: about }) =>
      html`<li><p class="facts"><strong>${own.abouts[about === null ? "writer" : "comment"]}</strong> <span>${by}</span> ${time(created)}</p>
<p class="words" dir="auto">${text}</p>
<form class="acts" method="post" action="/desk/comments/${comment.id}/notes"><button type="submit" class="quiet" name="remove" value="${id}" aria-label="${own.removeOne(text.slice(0, 60))}">${own.remove}</button></form></li>`,
  )}</ol>
${comment.state === "erased" || comment.state === "unconfirmed" ? "" : noteForm(desk, comment, null)}`;
}

/** @param refused the text that was refused. */
export function noteForm(
  { words: { notes: own } }: Desk,
  { id, email }: DeskComment,
  refused: string | null,
): Markup {
  const wrong =
    refused === null ? "" : html` aria-invalid="true" aria-describedby="note-wrong" autofocus`;
  const option = (value: "comment" | "writer") =>
    html`<option value="${value}">${own.abouts[value]}</option>`;
  return html`<form method="post" action="/desk/comments/${id}/notes">${enterDoesNothing(`/desk/comments/${id}`)}
<p class="field"><label for="note-text">${own.text}</label><textarea dir="auto" id="note-text" name="text" rows="3" maxlength="${limits.message}" required${wrong}>${refused ?? ""}</textarea>${refused === null ? "" : html`<span class="wrong" id="note-wrong">${own.wrong}</span>`}</p>
<p class="field"><label>${own.about} <select name="about">${option("comment")}${email === "" ? "" : option("writer")}</select></label></p>
<p class="hint ui">${own.hint}</p>
<p class="go"><button type="submit">${own.save}</button></p></form>`;
}
