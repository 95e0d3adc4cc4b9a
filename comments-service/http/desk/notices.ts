import { Hono } from "hono/tiny";
import * as v from "valibot";
import { decideNotice } from "../../acts/decide-notice.ts";
import { deskComment } from "../../acts/moderate.ts";
import type { Service } from "../../acts/service.ts";
import { isId } from "../../domain/ids.ts";
import { cleanText, isVisible } from "../../domain/plain-text.ts";
import { choice, field } from "../forms.ts";
import { html } from "../html.ts";
import type { Markup } from "../html.ts";
import type { Page } from "../page.ts";
import { readForm } from "../request.ts";
import type { KeptNotice } from "../../store/port/notices.ts";
import type { KeptTextBlock } from "../../store/port/text-blocks.ts";
import type { DeskComment } from "../../store/port/queues.ts";
import { limits } from "../../wire.ts";
import { wordsIn } from "../../words/words.ts";
import { facts } from "./comments-page.ts";
import { backTo, show, showMissing } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";
import { textBlockList } from "./text-block-list.ts";
import type { Desk } from "./shell.ts";

const NOTICES_SHOWN = 100;

const DecisionForm = v.object({
  /** What becomes of the comment. */
  decision: choice(["removed", "kept"]),
  /** Why. */
  grounds: field,
});

/** The notices of illegal content, and the decisions on them. */
export function deskNoticeRoutes(service: Service): Hono<DeskEnv> {
  const { store } = service;

  async function read(id: string) {
    const notice = isId(id) ? await store.notice(id) : null;
    if (notice === null) return null;
    const comment = await deskComment(service, notice.comment);
    return comment === null ? null : { notice, comment };
  }

  return new Hono<DeskEnv>()
    .get("/desk/notices", async (c) => {
      const notices = await store.notices(NOTICES_SHOWN);
      return show(c, service, (desk) => noticesPage(desk, notices));
    })
    .get("/desk/notices/:id", async (c) => {
      const found = await read(c.req.param("id"));
      if (found === null) return showMissing(c, service);
      const { notice, comment } = found;
      const blocks = await store.textBlocks();
      return show(c, service, (desk) =>
        noticePage(desk, notice, comment, { isWrong: false, blocks }),
      );
    })
    .post("/desk/notices/:id", async (c) => {
      const found = await read(c.req.param("id"));
      if (found === null) return showMissing(c, service);
      const { notice, comment } = found;
      const { decision, ...given } = await readForm(c, DecisionForm);
      const grounds = cleanText(given.grounds).slice(0, limits.text);
      if (decision === undefined || !isVisible(grounds)) {
        const blocks = await store.textBlocks();
        return show(
          c,
          service,
          (desk) => noticePage(desk, notice, comment, { isWrong: true, blocks }),
          422,
        );
      }
      const by = c.get("moderator");
      const batch = await decideNotice(service, notice, { decision, grounds, by });
      return backTo(c, "/desk/notices", batch);
    });
}

/** The notices of illegal content: what waits first. */
function noticesPage({ words, time }: Desk, notices: readonly KeptNotice[]): Page {
  return {
    title: words.notices,
    main: html`<p class="hint ui">${words.notice.hint}</p>
${notices.length === 0 ? html`<p>${words.notice.none}</p>` : ""}
<ol class="toc plain">${notices.map(
      (
        notice,
      ) => html`<li><p class="facts">${time(notice.created)} <strong dir="auto">${notice.name}</strong> ${stateOf(words, notice)}</p>
<p class="words" dir="auto">${notice.reason}</p>
<div class="acts"><a class="quiet" href="/desk/notices/${notice.id}">${isOpen(notice) ? words.notice.decide : words.details}</a></div></li>`,
    )}</ol>`,
  };
}

/** One notice: the comment, who says what, what was decided, and the form to decide, also anew after an objection. */
function noticePage(
  desk: Desk,
  notice: KeptNotice,
  comment: DeskComment,
  { isWrong, blocks }: { isWrong: boolean; blocks: readonly KeptTextBlock[] },
): Page {
  const { words, time } = desk;
  const { id, name, email, reason, created, decision, grounds, decided, decidedBy } = notice;
  return {
    title: words.notice.title,
    main: html`<p class="kick"><a href="${comment.thread.url}" dir="auto">${comment.thread.title}</a></p>
${facts(desk, comment)}
<p class="words" dir="auto">${comment.text}</p>
<p class="acts"><a class="quiet" href="/desk/comments/${comment.id}">${words.details}</a></p>
<h2>${words.notice.given}</h2>
<p class="facts"><strong dir="auto">${name}</strong> <span>${email}</span> ${time(created)}</p>
<p class="words" dir="auto">${reason}</p>
${
  decision === null || decided === null
    ? ""
    : html`<h2>${words.notice.decided}</h2><p class="facts"><strong>${words.notice[decision]}</strong> <span>${decidedBy}</span> ${time(decided)}</p><p class="words" dir="auto">${grounds}</p>`
}
${notice.objections.map(
  ({ party, text, created: at }) =>
    html`<h2>${words.notice.objection[party]}</h2><p class="facts">${time(at)}</p><p class="words" dir="auto">${text}</p>`,
)}
${
  isOpen(notice)
    ? html`<h2>${words.notice.decide}</h2>
${decision === null ? "" : html`<p class="hint ui">${words.notice.another}</p>`}
${notice.isRemovedOtherwise && comment.state !== "published" ? html`<p class="hint ui">${words.notice.removedOtherwise}</p>` : ""}
<form method="post" action="/desk/notices/${id}">
<p class="field"><label for="grounds">${words.notice.grounds}</label><textarea dir="auto" id="grounds" name="grounds" rows="6" maxlength="5000" required${isWrong ? html` aria-invalid="true" aria-describedby="grounds-wrong" autofocus` : ""}></textarea></p>
${isWrong ? html`<p class="wrong" id="grounds-wrong">${words.notice.wrong}</p>` : ""}
${textBlockList(desk, blocks, { purpose: "reason", into: "grounds", more: beginnings(desk) })}
<p class="go"><button type="submit" name="decision" value="removed">${words.notice.remove}</button> <button type="submit" name="decision" value="kept">${words.notice.keep}</button></p></form>`
    : ""
}`,
  };
}

/** Sentences to begin the reasons with. */
function beginnings({ words, site }: Desk): string[] {
  const { insult, private: privately, illegal } = wordsIn(site.language).letters.removalReasons;
  return [...words.notice.beginnings, insult, privately, illegal];
}

function isOpen({ decision, objections }: KeptNotice): boolean {
  return decision === null || objections.some(({ isSettled }) => !isSettled);
}

function stateOf(words: Desk["words"], notice: KeptNotice): Markup {
  if (notice.decision === null) return html`<span class="why">${words.notice.open}</span>`;
  if (isOpen(notice)) return html`<span class="why">${words.notice.objected}</span>`;
  return html`<span>${words.notice[notice.decision]}</span>`;
}
