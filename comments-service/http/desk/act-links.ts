import { Hono } from "hono/tiny";
import type { Context } from "hono";
import { readActLink, useActLink } from "../../acts/act-links.ts";
import * as v from "valibot";
import type { CommentAct } from "../../domain/moderation.ts";
import type { DeskComment } from "../../store/port/queues.ts";
import { html } from "../html.ts";
import { enterDoesNothing } from "../page.ts";
import type { Page } from "../page.ts";
import { editReadField, editsReadIn, facts } from "./comments-page.ts";
import type { Desk } from "./shell.ts";
import type { ReadyLink, UsedLink } from "../../acts/act-links.ts";
import type { Service } from "../../acts/service.ts";
import { removalReasons } from "../../domain/moderation.ts";
import { choice, Link, list, token as tokenField } from "../forms.ts";
import { queryOf, readForm } from "../request.ts";
import { openDesk } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";
import { deskPage } from "./shell.ts";

export const ActForm = v.object({
  token: tokenField,
  reason: choice(removalReasons),
  seen: list,
});

const statuses = { done: 200, decided: 409, expired: 410, unknown: 404 } as const;

/** The links in letters to the desk: looking shows one button, the button acts. */
export function deskLinkRoutes(service: Service): Hono<DeskEnv> {
  async function show(
    c: Context<DeskEnv>,
    token: string,
    link: ReadyLink | UsedLink,
    wasEdited: boolean,
  ): Promise<Response> {
    const desk = await openDesk(service);
    if ("outcome" in link)
      return deskPage(c, statuses[link.outcome], desk, null, actedPage(desk, link));
    const page = actPage(desk, link.comment, { act: link.act, token, wasEdited });
    return deskPage(c, wasEdited ? 409 : 200, desk, null, page);
  }

  return new Hono<DeskEnv>()
    .get("/act", async (c) => {
      const { token } = queryOf(c, Link);
      return show(c, token, await readActLink(service, token), false);
    })
    .post("/act", async (c) => {
      const { token, reason = "spam", seen } = await readForm(c, ActForm);
      const done = await useActLink(service, { token, reason, editsRead: editsReadIn(seen) });
      return show(c, token, done, true);
    });
}

/**
 * What a mailed link leads to: the comment and one button. To remove something, a reason is chosen beside it.
 * @param wasEdited the button was pressed under other words, which have been edited since.
 */
function actPage(
  desk: Desk,
  comment: DeskComment,
  { act, token, wasEdited }: { act: CommentAct; token: string; wasEdited: boolean },
): Page {
  const { words } = desk;
  const reasons = html`${enterDoesNothing("/act")}<p class="field"><label>${words.reasonLabel} <select name="reason">${removalReasons.map((reason) => html`<option value="${reason}">${words.reason[reason]}</option>`)}</select></label></p>
<p class="hint">${words.toldHint}</p>`;
  return {
    title: `${words.act[act]}?`,
    main: html`${wasEdited ? html`<p class="said" role="alert">${words.wasEdited}</p>` : ""}
<p class="kick"><a href="${comment.thread.url}" dir="auto">${comment.thread.title}</a></p>
${facts(desk, comment)}
<p class="words" dir="auto">${comment.text}</p>
${act === "erase" ? html`<p class="hint ui">${words.eraseHint(1)}</p>` : ""}
<form method="post" action="/act"><input type="hidden" name="token" value="${token}">${editReadField(comment)}
${act === "reject" || act === "hide" ? reasons : ""}
<p class="go"><button type="submit">${words.act[act]}</button></p></form>`,
  };
}

/** What became of the link: used up, too old, or decided by somebody else; and what the comment is now. */
function actedPage({ words }: Desk, { outcome, comment }: UsedLink): Page {
  const [title, sentence] = words.acted[outcome];
  return {
    title,
    main: html`<p>${sentence}</p>
${comment === null ? "" : html`<p class="facts"><strong dir="auto">${comment.name}</strong> <span>${words.state[comment.state]}</span></p><p><a href="/desk/comments/${comment.id}">${words.details}</a></p>`}
<p><a href="/desk/">${words.backToDesk}</a></p>`,
  };
}
