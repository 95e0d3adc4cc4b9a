import { Hono } from "hono/tiny";
import { html } from "hono/html";
import * as v from "valibot";
import { moderateAll, undo } from "../../acts/moderate.ts";
import { isId } from "../../domain/ids.ts";
import { isCommentAct, removalReasons } from "../../domain/moderation.ts";
import type { CommentAct, RemovalReason } from "../../domain/moderation.ts";
import { cleanText } from "../../domain/plain-text.ts";
import type { Service } from "../../acts/service.ts";
import { limits } from "../../wire.ts";
import { box, choice, field, list, optionalField } from "../forms.ts";
import type { Page } from "../page.ts";
import { readForm } from "../request.ts";

import { backTo, show, showMissing } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";
import { editsReadIn } from "./comments-page.ts";
import type { Desk } from "./shell.ts";

const back = field("the page of the desk that it leads back to");

const ActsForm = v.object({
  one: optionalField("the button of a single comment: act, id and reason"),
  act: field("what is done to every id, and why"),
  id: list("the comments that are meant"),
  reason: choice(removalReasons, "why something is taken away"),
  note: field("the moderator's own words beside the reason"),
  seen: list("which words stood there: id and time of the last edit"),
  sure: box("yes: words are erased for good"),
  back,
});

const UndoForm = v.object({ batch: field("what was done together"), back });

/** What a form asks for. */
interface Asked {
  act: CommentAct;
  comments: string[];
  reason: RemovalReason | null;
  note: string;
}

/** The acts on comments, one or many at once, and taking back what was done last. */
export function deskActRoutes(service: Service): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .post("/desk/acts", async (c) => {
      const form = await readForm(c, ActsForm);
      const asked = readAct(form);
      if (asked === null) return showMissing(c, service);
      if (asked.act === "erase" && !form.sure && asked.comments.length > 0)
        return show(c, service, (desk) => erasePage(desk, asked.comments, form.back));
      const editsRead = editsReadIn(form.seen);
      const by = c.get("moderator");
      const { act, reason, note } = asked;
      const decisions = asked.comments.map((comment) => {
        return { act, comment, by, reason, note, lastEditRead: editsRead.get(comment) ?? 0 };
      });
      return backTo(c, form.back, await moderateAll(service, decisions));
    })
    .post("/desk/undo", async (c) => {
      const { batch, back: leadsTo } = await readForm(c, UndoForm);
      return backTo(c, leadsTo, await undo(service, { batch, by: c.get("moderator") }));
    });
}

/** `one` is the button of a single comment (`act id reason`); else `act` (`act reason`) is done to every `id`. Null when no act is named. */
function readAct(form: v.InferOutput<typeof ActsForm>): Asked | null {
  const [oneAct = "", oneId = "", oneReason] = form.one?.split(" ") ?? [];
  const isOne = form.one !== undefined;
  const [manyAct = "", manyReason] = form.act.split(" ");
  const act = isOne ? oneAct : manyAct;
  if (!isCommentAct(act)) return null;
  const needsReason = act === "reject" || act === "hide";
  const wanted = isOne ? oneReason : (manyReason ?? form.reason);
  const reason = removalReasons.find((each) => each === wanted) ?? null;
  if (needsReason && reason === null) return null;
  return {
    act,
    comments: [...new Set(isOne ? [oneId] : form.id)].filter(isId),
    reason: needsReason ? reason : null,
    note: needsReason ? cleanText(form.note).slice(0, limits.message) : "",
  };
}

/** Asks once more before words are gone for good. */
function erasePage({ words }: Desk, ids: readonly string[], back: string): Page {
  return {
    title: words.eraseTitle,
    main: html`<p>${words.eraseHint(ids.length)}</p>
<form method="post" action="/desk/acts"><input type="hidden" name="back" value="${back}"><input type="hidden" name="sure" value="yes">
${ids.map((id) => html`<input type="hidden" name="id" value="${id}">`)}
<p class="go"><button type="submit" name="act" value="erase">${words.eraseSure}</button> <a class="quiet" href="${back}">${words.cancel}</a></p></form>`,
  };
}
