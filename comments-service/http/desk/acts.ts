import { Hono } from "hono/tiny";
import * as v from "valibot";
import { deskComment, moderateAll, undo } from "../../acts/moderate.ts";
import { DAY, SECOND } from "../../domain/times.ts";
import { isId } from "../../domain/ids.ts";
import { isCommentAct, removalReasons } from "../../domain/moderation.ts";
import type { CommentAct, RemovalReason } from "../../domain/moderation.ts";
import { beginningOf, cleanText } from "../../domain/plain-text.ts";
import type { Service } from "../../acts/service.ts";
import { limits } from "../../wire.ts";
import { box, choice, field, list, optionalField } from "../forms.ts";
import { html } from "../html.ts";
import type { Page } from "../page.ts";
import { readForm } from "../request.ts";

import { sendCookie } from "./cookies.ts";
import { backTo, cookieOf, show, showMissing } from "./guard.ts";
import { placeAfter, placeOf } from "./place.ts";
import type { ActPlace } from "./place.ts";
import { KEYS_COOKIE } from "./shell.ts";
import type { DeskEnv } from "./guard.ts";
import { editsReadIn } from "./comments-page.ts";
import { BEGINNING } from "./record-page.ts";
import type { Desk } from "./shell.ts";
import type { DeskComment } from "../../store/port/queues.ts";

/** The page of the desk that it leads back to. */
const back = field;

const ActsForm = v.object({
  /** The button of a single comment: act, id and reason. */
  one: optionalField,
  /** What is done to every id, and why. */
  act: field,
  /** The comments that are meant. */
  id: list,
  /** Why something is taken away. */
  reason: choice(removalReasons),
  /** The moderator's own words beside the reason. */
  note: field,
  /** Which words stood there: id and time of the last edit. */
  seen: list,
  /** Yes: words are erased for good. */
  sure: box,
  /** The comments of the list, in their order. */
  shown: field,
  /** The queue that the comment of this page waited in. */
  queue: field,
  /** When one began to look at the list. */
  began: field,
  /** When the page was made. */
  read: field,
  back,
});

const UndoForm = v.object({
  /** What was done together, and a comment, if only one of it is meant. */
  batch: field,
  back,
});

/** Whether single keys act. */
const KeysForm = v.object({ on: box, back });
const KEYS_KEPT = (365 * DAY) / SECOND;
const MISSED_SHOWN = 5;
const MOST_UNDONE = 1000;

/** What a form asks for. */
interface Asked {
  act: CommentAct;
  comments: string[];
  reason: RemovalReason | null;
  note: string;
}

/** The acts on comments, one or many at once, and taking back what was done last. */
export function deskActRoutes(service: Service): Hono<DeskEnv> {
  const { store, settings } = service;
  const { secure } = cookieOf(settings.serviceUrl);
  return new Hono<DeskEnv>()
    .post("/desk/keys", async (c) => {
      const { on, back: leadsTo } = await readForm(c, KeysForm);
      const cookie = { name: KEYS_COOKIE, secure, path: "/desk" };
      sendCookie(c, cookie, on ? "on" : "off", KEYS_KEPT);
      return backTo(c, leadsTo, null);
    })
    .post("/desk/acts", async (c) => {
      const form = await readForm(c, ActsForm);
      const asked = readAct(form);
      if (asked === null) return showMissing(c, service);
      const found = await Promise.all(asked.comments.map((id) => deskComment(service, id)));
      const before = found.filter((each) => each !== null);
      const left = before.filter(({ state }) => state !== "erased");
      if (asked.act === "erase" && !form.sure && left.length > 0)
        return show(c, service, (desk) => erasePage(desk, left, form));
      const editsRead = editsReadIn(form.seen);
      const by = c.get("moderator");
      const { act, reason, note } = asked;
      const read = /^\d{1,15}$/u.test(form.read) ? { readAt: Number(form.read) } : {};
      const decisions = asked.comments.map((comment) => {
        const lastEditRead = editsRead.get(comment) ?? 0;
        return { act, comment, by, reason, note, lastEditRead, ...read };
      });
      const batch = await moderateAll(service, decisions);
      const recorded = await store.record({ batch }, asked.comments.length);
      const done = new Set(recorded.map(({ subject }) => subject));
      const acted = before.filter(({ id }) => done.has(id));
      // What a colleague has decided meanwhile is shown as decided.
      const missed = asked.comments.filter((id) => !done.has(id)).slice(0, MISSED_SHOWN);
      const leads = await placeAfter(service, form, { acted, missed });
      const more = { missed: missed.join("-"), began: form.began, place: leads.place };
      return backTo(c, leads.to, batch, more);
    })
    .post("/desk/undo", async (c) => {
      const { batch: what, back: leadsTo } = await readForm(c, UndoForm);
      const [batch = "", subject] = what.split(" ");
      const undone = await undo(service, { batch, subject, by: c.get("moderator") });
      const brought = (await store.record({ batch: undone }, MOST_UNDONE)).at(-1)?.subject ?? "";
      const leads = placeOf(leadsTo, brought);
      return backTo(c, leads.to, undone, { place: leads.place });
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

/** Asks once more before words are gone for good, and shows which. */
function erasePage(
  { words }: Desk,
  comments: readonly DeskComment[],
  { back, shown, queue, began, read }: ActPlace & { began: string; read: string },
): Page {
  const { eraseTitle, eraseHint, eraseSure, cancel, deciding } = words;
  const lines = comments.map(
    ({ name, number, text, thread }) =>
      html`<li><p class="facts"><strong dir="auto">${deciding.whose(name, number)}</strong> <span dir="auto">${thread.title}</span></p>
<p class="words ui" dir="auto">${deciding.quote(beginningOf(text, BEGINNING))}</p></li>`,
  );
  return {
    title: eraseTitle(comments.length),
    main: html`<p>${eraseHint(comments.length)}</p>
<ol class="toc plain">${lines}</ol>
<form method="post" action="/desk/acts"><input type="hidden" name="back" value="${back}"><input type="hidden" name="sure" value="yes">
<input type="hidden" name="shown" value="${shown}"><input type="hidden" name="queue" value="${queue}"><input type="hidden" name="began" value="${began}"><input type="hidden" name="read" value="${read}">
${comments.map(({ id }) => html`<input type="hidden" name="id" value="${id}">`)}
<p class="go"><button type="submit" class="danger" name="act" value="erase">${eraseSure(comments.length)}</button> <a class="quiet" href="${back}#c-${comments[0]?.id ?? ""}">${cancel}</a></p></form>`,
  };
}
