import { Hono } from "hono/tiny";
import * as v from "valibot";
import { deskComment } from "../../acts/moderate.ts";
import { addNote } from "../../acts/notes.ts";
import type { Service } from "../../acts/service.ts";
import { choice, field, optionalField } from "../forms.ts";
import { readForm } from "../request.ts";
import { facts } from "./comments-page.ts";
import { show, showMissing } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";
import { noteForm } from "./notes-list.ts";
import { html } from "../html.ts";

const NoteForm = v.object({
  /** What the note is about. */
  about: choice(["comment", "writer"]),
  /** The note. */
  text: field,
  /** The note that is deleted. */
  remove: optionalField,
});

/** Notes to colleagues, written and deleted on the page of a comment. */
export function deskNoteRoutes(service: Service): Hono<DeskEnv> {
  return new Hono<DeskEnv>().post("/desk/comments/:id/notes", async (c) => {
    const comment = await deskComment(service, c.req.param("id"));
    if (comment === null) return showMissing(c, service);
    const { id } = comment;
    const { about = "comment", text, remove } = await readForm(c, NoteForm);
    const back = () => c.redirect(`/desk/comments/${id}#notes`, 303);
    if (remove !== undefined) {
      await service.store.deleteNote(remove);
      return back();
    }
    const by = c.get("moderator");
    const refusal = await addNote(service, { comment: id, about, text, by });
    if (refusal === null) return back();
    if (refusal.refused === "missing") return showMissing(c, service);
    return show(
      c,
      service,
      (desk) => ({
        title: desk.words.notes.title,
        main: html`${facts(desk, comment)}
<p class="words" dir="auto">${comment.text}</p>
${noteForm(desk, comment, text)}
<p><a href="/desk/comments/${id}">${desk.words.cancel}</a></p>`,
      }),
      422,
    );
  });
}
