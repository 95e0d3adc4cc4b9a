import { Hono } from "hono/tiny";
import type { Context } from "hono";
import * as v from "valibot";
import { giveNotice, noticeable } from "../../acts/notice.ts";
import type { Service } from "../../acts/service.ts";
import { inLetter } from "../../acts/tell.ts";
import type { FieldErrors } from "../../domain/comment.ts";
import { isId } from "../../domain/ids.ts";
import type { NoticeInput } from "../../domain/notice.ts";
import type { KeptComment } from "../../store/port/reading.ts";
import { limits } from "../../wire.ts";
import type { PageWords } from "../../words/de/pages.ts";
import { box, field } from "../forms.ts";
import { html } from "../html.ts";
import type { Page, Show } from "../page.ts";
import { queryOf, readForm, sendersOf } from "../request.ts";
import type { Env } from "../request.ts";
import { sentencePage } from "../page.ts";

export const NoticeQuery = v.object({ comment: field });

export const NoticeForm = v.object({
  comment: field,
  form: field,
  reason: field,
  name: field,
  email: field,
  abuse: box,
  faith: box,
  website: field,
});

/** What the form shows: the comment that it is about, its own id, by which it counts once, and what was filled in. */
interface Given {
  comment: { id: string; number: number; text: string; link: string };
  form: string;
  input: NoticeInput;
  errors: FieldErrors;
}

const nothing: NoticeInput = {
  reason: "",
  name: "",
  email: "",
  isAbuse: false,
  isGoodFaith: false,
};

/** Notices of illegal content (DSA Art. 16): a form that works without script, kept once, with a receipt by mail. */
export function noticeRoutes(service: Service, show: Show): Hono<Env> {
  const { ids } = service;

  async function ask(
    c: Context,
    status: 200 | 422,
    comment: KeptComment,
    given: Omit<Given, "comment">,
  ): Promise<Response> {
    const { text, link } = await inLetter(service, comment);
    const about = { id: comment.id, number: comment.number ?? 0, text, link };
    return show(c, status, (words) => noticePage(words, { ...given, comment: about }));
  }

  const say = (c: Context, status: 200 | 404 | 429, said: "received" | "busy" | "missing") =>
    show(c, status, ({ notice }) => sentencePage(notice[said]));

  return new Hono<Env>()
    .get("/notices/new", async (c) => {
      const comment = await noticeable(service, queryOf(c, NoticeQuery).comment);
      return comment === null
        ? say(c, 404, "missing")
        : ask(c, 200, comment, { form: ids.id(), input: nothing, errors: [] });
    })
    .post("/notices", async (c) => {
      const sent = await readForm(c, NoticeForm);
      const comment = await noticeable(service, sent.comment);
      if (comment === null) return say(c, 404, "missing");
      const { reason, name, email, abuse: isAbuse, faith: isGoodFaith } = sent;
      const input = { reason, name, email, isAbuse, isGoodFaith };
      const form = isId(sent.form) ? sent.form : ids.id();
      const isHoneypotFilled = sent.website !== "";
      const senders = await sendersOf(c, service);
      const done = await giveNotice(service, { comment, form, input, isHoneypotFilled, senders });
      if (done === "received") return say(c, 200, done);
      if (done.refused === "fields")
        return ask(c, 422, comment, { form, input, errors: done.errors });
      c.header("Retry-After", String(done.seconds));
      return say(c, 429, "busy");
    });
}

/** The form for a notice of illegal content (DSA Art. 16(2)). */
function noticePage({ notice: words }: PageWords, { comment, form, input, errors }: Given): Page {
  const isWrong = (name: keyof typeof words.wrong) => errors.some(({ field: at }) => at === name);
  const wrong = (name: keyof typeof words.wrong) =>
    isWrong(name) ? html`<p class="wrong" id="${name}-wrong">${words.wrong[name]}</p>` : "";
  const marks = (name: keyof typeof words.wrong) =>
    isWrong(name)
      ? html` aria-invalid="true" aria-describedby="${name}-wrong"${errors[0]?.field === name ? html` autofocus` : ""}`
      : "";
  return {
    title: words.title,
    main: html`<p>${words.intro}</p>
<p><a href="${comment.link}">${words.about(comment.number)}</a></p>
<blockquote><pre dir="auto">${comment.text}</pre></blockquote>
<form method="post" action="/notices">
<input type="hidden" name="comment" value="${comment.id}"><input type="hidden" name="form" value="${form}">
<p><label for="reason">${words.reason}</label><textarea dir="auto" id="reason" name="reason" rows="6" maxlength="${limits.text}" required${marks("reason")}>${input.reason}</textarea></p>${wrong("reason")}
<p><label for="name">${words.name}</label><input dir="auto" id="name" name="name" autocomplete="name" maxlength="${limits.name}" value="${input.name}"${marks("name")}></p>${wrong("name")}
<p><label for="email">${words.email}</label><input id="email" name="email" type="email" autocomplete="email" maxlength="${limits.email}" value="${input.email}"${marks("email")}></p>${wrong("email")}
<p><label><input type="checkbox" name="abuse" value="yes"${input.isAbuse ? html` checked` : ""}> ${words.abuse}</label></p>
<p><label><input type="checkbox" name="faith" value="yes" required${input.isGoodFaith ? html` checked` : ""}${marks("faith")}> ${words.faith}</label></p>${wrong("faith")}
<p hidden><label for="website">${words.honeypot}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></p>
<p><button type="submit">${words.send}</button></p>
<p class="hint">${words.required}</p>
</form>`,
  };
}
