import { Hono } from "hono/tiny";
import type { Context } from "hono";
import * as v from "valibot";
import { object, objectionOf } from "../../acts/notice.ts";
import type { Service } from "../../acts/service.ts";
import { inLetter } from "../../acts/tell.ts";
import type { KeptNotice } from "../../store/port/notices.ts";
import type { PageWords } from "../../words/de/pages.ts";
import { limits } from "../../wire.ts";
import { field, Link, token as tokenField } from "../forms.ts";
import { html } from "../html.ts";
import type { Page, Show } from "../page.ts";
import { queryOf, readForm } from "../request.ts";
import type { Env } from "../request.ts";
import { sentencePage } from "../page.ts";

export const ObjectionForm = v.object({ token: tokenField, text: field });

const statuses = { given: 200, over: 410, unknown: 404 } as const;

/** Objections to decisions on notices (DSA Art. 20), by the link in the letter with the decision; one of each side. */
export function objectionRoutes(service: Service, show: Show): Hono<Env> {
  const say = (c: Context, said: keyof typeof statuses) =>
    show(c, statuses[said], ({ objection }) => sentencePage(objection[said]));
  async function ask(
    c: Context,
    status: 200 | 422,
    { comment: id, grounds }: KeptNotice,
    token: string,
  ): Promise<Response> {
    const comment = await service.store.comment(id);
    const place = comment && { number: comment.number ?? 0, ...(await inLetter(service, comment)) };
    const about = { place, grounds, token, isWrong: status === 422 };
    return show(c, status, (words) => objectionPage(words, about));
  }

  return new Hono<Env>()
    .get("/objections", async (c) => {
      const { token } = queryOf(c, Link);
      const found = await objectionOf(service, token);
      return typeof found === "string" ? say(c, found) : ask(c, 200, found.notice, token);
    })
    .post("/objections", async (c) => {
      const { token, text } = await readForm(c, ObjectionForm);
      const done = await object(service, { token, words: text });
      return typeof done === "string" ? say(c, done) : ask(c, 422, done.notice, token);
    });
}

/** What the form shows: the comment, and why it was decided as it was. */
interface About {
  place: { number: number; link: string } | null;
  grounds: string;
  token: string;
  isWrong: boolean;
}

function objectionPage(
  { objection: words }: PageWords,
  { place, grounds, token, isWrong }: About,
): Page {
  return {
    title: words.title,
    main: html`<p>${words.intro}</p>
${place === null ? "" : html`<p><a href="${place.link}">${words.about(place.number)}</a></p>`}
<p>${words.grounds}</p><blockquote><pre dir="auto">${grounds}</pre></blockquote>
<form method="post" action="/objections"><input type="hidden" name="token" value="${token}">
<p><label for="text">${words.text}</label><textarea dir="auto" id="text" name="text" rows="6" maxlength="${limits.text}" required${isWrong ? html` aria-invalid="true" aria-describedby="text-wrong" autofocus` : ""}></textarea></p>${isWrong ? html`<p class="wrong" id="text-wrong">${words.wrong}</p>` : ""}
<p><button type="submit">${words.send}</button></p></form>`,
  };
}
