import { Hono } from "hono/tiny";
import type { Context } from "hono";
import * as v from "valibot";
import { deskComment } from "../../acts/moderate.ts";
import type { Service } from "../../acts/service.ts";
import { queryOf } from "../request.ts";
import { actsFor, removalReasons } from "../../domain/moderation.ts";
import { isThreadId } from "../../domain/thread-list.ts";
import { choice, cursor, field } from "../forms.ts";
import { queueOf } from "./place.ts";
import { html } from "../html.ts";
import type { Markup } from "../html.ts";
import { enterDoesNothing } from "../page.ts";
import type { Page } from "../page.ts";
import type { RecordEntry } from "../../store/port/desk.ts";
import { queues } from "../../store/port/queues.ts";
import type { DeskComment, KeptReport, QueueRequest } from "../../store/port/queues.ts";
import type { KeptTextBlock } from "../../store/port/text-blocks.ts";
import {
  actButton,
  answerLink,
  commentList,
  COMMENTS_SHOWN,
  facts,
  searchPage,
  editReadField,
  recommendButton,
} from "./comments-page.ts";
import { pathOf, SearchQuery, show, showMissing } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";
import { answered, markedWords, readKnown } from "./aside.ts";
import type { Known } from "./aside.ts";
import { notesSection } from "./notes-list.ts";
import { textBlockList } from "./text-block-list.ts";
import { recordList } from "./record-page.ts";
import type { Desk, DeskPage, Told } from "./shell.ts";

const RECORD_SHOWN = 100;

/** Milliseconds; zero where none are said. */
const moment = v.pipe(
  field,
  v.transform((text) => (/^\d{1,15}$/u.test(text) ? Number(text) : 0)),
);

/** `began`: when one began to look at the list. */
const ListQuery = v.object({ after: cursor, began: moment });
const NewsQuery = v.object({ since: moment });
const QueueQuery = v.object({ queue: choice(queues) });

/** What the desk shows: its queues, a search, a comment, a commenter's history, the record. Nothing here changes anything. */
export function deskQueueRoutes(service: Service): Hono<DeskEnv> {
  const { store } = service;

  /** A list of comments with the way to those that follow. */
  async function list(
    c: Context<DeskEnv>,
    desk: Desk,
    { what, empty, told }: { what: QueueRequest["what"]; empty: string; told: Told | null },
  ): Promise<Omit<DeskPage, "title">> {
    const { after, began: before } = queryOf(c, ListQuery);
    const read = service.clock();
    const found = await store.deskComments({ what, after, most: COMMENTS_SHOWN + 1 });
    const comments = found.slice(0, COMMENTS_SHOWN);
    const last = comments.at(-1);
    const next = found.length > COMMENTS_SHOWN && last !== undefined ? nextAddress(c, last) : null;
    const known = await readKnown(service, comments);
    const began = before === 0 ? read : before;
    const news = newSince(desk, began, await newCount(service, began), pathOf(c));
    const main = commentList(desk, comments, {
      back: pathOf(c),
      next,
      empty,
      known,
      began,
      read,
      told,
      news,
    });
    return { main, isTold: told !== null && comments.length > 0 };
  }

  return (
    new Hono<DeskEnv>()
      .get("/desk/", (c) => {
        const { queue = "held" } = queryOf(c, QueueQuery);
        return show(c, service, async (desk, told) => {
          const { queues: titles, empty } = desk.words;
          const found = await list(c, desk, { what: { queue }, empty: empty[queue], told });
          return { title: titles[queue], ...found };
        });
      })
      // The script of a list asks for it: a number and nothing else.
      .get("/desk/new", async (c) => {
        const { since } = queryOf(c, NewsQuery);
        return c.text(String(await newCount(service, since)), 200, { "Cache-Control": "no-store" });
      })
      .get("/desk/search", (c) => {
        const { q: asked } = queryOf(c, SearchQuery);
        return show(c, service, async (desk, told) => {
          if (asked === "") return searchPage(desk, asked, "");
          const empty = desk.words.empty.other;
          const { main, isTold } = await list(c, desk, { what: { words: asked }, empty, told });
          return { ...searchPage(desk, asked, main), isTold };
        });
      })
      .get("/desk/comments/:id", async (c) => {
        const read = service.clock();
        const comment = await deskComment(service, c.req.param("id"));
        if (comment === null) return showMissing(c, service);
        const reports = await store.reports([comment.id]);
        const record = await store.record({ subject: comment.id }, RECORD_SHOWN);
        const blocks = await store.textBlocks();
        const known = await readKnown(service, [comment]);
        const about = { reports, record, blocks, known, read, back: pathOf(c) };
        return show(c, service, (desk) => commentPage(desk, comment, about));
      })
      .get("/desk/comments/:id/history", async (c) => {
        const comment = await deskComment(service, c.req.param("id"));
        if (comment === null || comment.email === "") return showMissing(c, service);
        const { email } = comment;
        return show(c, service, async (desk, told) => {
          const { historyOf, empty } = desk.words;
          const found = await list(c, desk, { what: { email }, empty: empty.other, told });
          return { title: historyOf(email), ...found };
        });
      })
      .get("/desk/threads/:thread", async (c) => {
        const asked = c.req.param("thread");
        const thread = isThreadId(asked) ? await store.thread(asked) : null;
        if (thread === null) return showMissing(c, service);
        const { id, title } = thread;
        return show(c, service, async (desk, told) => {
          const empty = desk.words.empty.other;
          return { title, ...(await list(c, desk, { what: { thread: id }, empty, told })) };
        });
      })
  );
}

const MOST_NEW = 99;

/** How many have come to be checked since a time, and wait. */
async function newCount({ store }: Service, since: number): Promise<number> {
  const { entries } = await store.deskNews(since + 1, MOST_NEW);
  return entries.filter(({ what }) => what === "held").length;
}

/** A quiet line: how many have come to be checked since one began to look at the list. The script keeps it new. */
function newSince({ words }: Desk, began: number, count: number, address: string): Markup {
  return html`<p class="news ui" role="status" data-news="/desk/new?since=${began}" data-says="${words.newToCheck("#")}"${count === 0 ? html` hidden` : ""}><span>${words.newToCheck(String(count))}</span> <a href="${address}">${words.showNew}</a></p>`;
}

function nextAddress(c: Context, { asked, id }: DeskComment): string {
  const url = new URL(pathOf(c), c.req.url);
  url.searchParams.set("after", `${asked}-${id}`);
  return url.pathname + url.search;
}

/** All about one comment: its words, reports, acts with the moderator's own words, blocks, and its record. */
function commentPage(
  desk: Desk,
  comment: DeskComment,
  {
    reports,
    record,
    blocks,
    back,
    known,
    read,
  }: {
    reports: KeptReport[];
    record: RecordEntry[];
    blocks: KeptTextBlock[];
    back: string;
    known: Known;
    read: number;
  },
): Page {
  const { words, time } = desk;
  const { id, thread, name, email, state, number } = comment;
  const acts = actsFor(state);
  const domain = email.slice(email.lastIndexOf("@") + 1);
  const backField = html`<input type="hidden" name="back" value="${back}">`;
  const queueField = html`<input type="hidden" name="queue" value="${queueOf(comment) ?? ""}"><input type="hidden" name="read" value="${read}">`;
  const simple = acts.filter((act) => act === "publish" || act === "keep");
  const withReason = acts.filter((act) => act === "reject" || act === "hide");
  const whose = name || words.state[state];
  return {
    title: number === null ? whose : `${words.number(number)} ${whose}`,
    main: html`<p class="kick"><a href="${thread.url}" dir="auto">${thread.title}</a></p>
${facts(desk, comment)}
${answered(desk, comment)}
${markedWords(comment, known)}
<form method="post" action="/desk/acts">${backField}${queueField}${editReadField(comment)}
<div class="acts">${simple.map((act) => actButton(desk, act, comment))}
${recommendButton(desk, comment)}
${answerLink(desk, comment, back)}
${email === "" ? "" : html`<a class="quiet" href="/desk/comments/${id}/history">${words.history}</a>`}
${acts.includes("erase") ? actButton(desk, "erase", comment) : ""}</div></form>
${
  withReason.length === 0
    ? ""
    : html`<h2>${withReason.map((act) => words.act[act]).join(" / ")}</h2>
<form method="post" action="/desk/acts">${enterDoesNothing(back)}${backField}${queueField}<input type="hidden" name="id" value="${id}">
<p class="field"><label>${words.reasonLabel} <select name="reason">${removalReasons.map((reason) => html`<option value="${reason}">${words.reason[reason]}</option>`)}</select></label></p>
<p class="field"><label>${words.note}<textarea dir="auto" id="note" name="note" rows="3" maxlength="1000"></textarea></label></p>
${textBlockList(desk, blocks, { purpose: "reason", into: "note" })}
<p class="hint">${words.toldHint}</p>
<p class="go">${withReason.map((act) => html`<button type="submit" name="act" value="${act}">${words.act[act]}</button> `)}</p></form>`
}
${
  reports.length === 0
    ? ""
    : html`<h2>${words.reportsTitle}</h2><ol class="toc plain">${reports.map(
        ({ reason, message, created }) =>
          html`<li><p class="facts"><strong>${words.reportReason[reason] ?? reason}</strong> ${time(created)}</p>${message === "" ? "" : html`<p class="words" dir="auto">${message}</p>`}</li>`,
      )}</ol>`
}
${
  email === ""
    ? ""
    : html`<h2>${words.blocks}</h2><p class="hint ui">${words.blockHint}</p>
<form method="post" action="/desk/blocks">${backField}<div class="acts"><button type="submit" name="value" value="${email}">${words.blockAddress}: ${email}</button>
<button type="submit" name="value" value="${domain}">${words.blockDomain}: ${domain}</button></div></form>`
}
${notesSection(desk, comment, known.notes)}
<h2>${words.record}</h2>
${recordList(desk, record)}`,
  };
}
