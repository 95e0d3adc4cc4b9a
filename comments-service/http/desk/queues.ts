import { Hono } from "hono";
import type { Context } from "hono";
import { commentPage } from "./comment-page.ts";
import { COMMENTS_SHOWN, commentList, searchPage } from "./comments-page.ts";
import { recordList } from "./record-page.ts";
import { deskComment } from "../../acts/moderate.ts";
import type { Service } from "../../acts/service.ts";
import { queues } from "../../store/port/queues.ts";
import type { DeskComment, QueueRequest } from "../../store/port/queues.ts";
import { cursorOf } from "../cursor.ts";
import { openDesk, pathOf, show, showMissing } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";

const RECORD_SHOWN = 100;

/** What the desk shows: its queues, a search, a comment, a commenter's history, the record. Nothing here changes anything. */
export function deskQueueRoutes(service: Service): Hono<DeskEnv> {
  const { store } = service;

  /** A list of comments with the way to those that follow. */
  async function list(c: Context<DeskEnv>, what: QueueRequest["what"], empty: string) {
    const desk = await openDesk(service);
    const after = cursorOf(c.req.query("after"));
    const found = await store.deskComments({ what, after, most: COMMENTS_SHOWN + 1 });
    const comments = found.slice(0, COMMENTS_SHOWN);
    const last = comments.at(-1);
    const next = found.length > COMMENTS_SHOWN && last !== undefined ? nextAddress(c, last) : null;
    return commentList(desk, comments, { back: pathOf(c), next, empty });
  }

  return new Hono<DeskEnv>()
    .get("/desk/", async (c) => {
      const desk = await openDesk(service);
      const queue = queues.find((name) => name === c.req.query("queue")) ?? "held";
      const main = await list(c, { queue }, desk.words.empty[queue]);
      return show(c, service, desk, { title: desk.words.queues[queue], main });
    })
    .get("/desk/search", async (c) => {
      const desk = await openDesk(service);
      const { words } = desk;
      const asked = (c.req.query("q") ?? "").trim().slice(0, 200);
      const found = asked === "" ? "" : await list(c, { words: asked }, words.empty.other);
      return show(c, service, desk, searchPage(desk, asked, found));
    })
    .get("/desk/comments/:id", async (c) => {
      const comment = await deskComment(service, c.req.param("id"));
      if (comment === null) return showMissing(c, service);
      const desk = await openDesk(service);
      const reports = await store.reports(comment.id);
      const record = await store.record({ subject: comment.id }, RECORD_SHOWN);
      return show(
        c,
        service,
        desk,
        commentPage(desk, comment, { reports, record, back: pathOf(c) }),
      );
    })
    .get("/desk/comments/:id/history", async (c) => {
      const comment = await deskComment(service, c.req.param("id"));
      if (comment === null || comment.email === "") return showMissing(c, service);
      const desk = await openDesk(service);
      const { email } = comment;
      const main = await list(c, { email }, desk.words.empty.other);
      return show(c, service, desk, { title: desk.words.historyOf(email), main });
    })
    .get("/desk/threads/:thread", async (c) => {
      const thread = await store.thread(c.req.param("thread"));
      if (thread === null) return showMissing(c, service);
      const desk = await openDesk(service);
      const main = await list(c, { thread: thread.id }, desk.words.empty.other);
      return show(c, service, desk, { title: thread.title, main });
    })
    .get("/desk/record", async (c) => {
      const desk = await openDesk(service);
      const main = recordList(desk, await store.record({}, RECORD_SHOWN));
      return show(c, service, desk, { title: desk.words.record, main });
    });
}

function nextAddress(c: Context, { asked, id }: DeskComment): string {
  const url = new URL(pathOf(c), c.req.url);
  url.searchParams.set("after", `${asked}-${id}`);
  return url.pathname + url.search;
}
