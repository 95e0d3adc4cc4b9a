import { Hono } from "hono";
import type { Context } from "hono";
import { decide } from "../../acts/moderate.ts";
import { actedPage, actPage } from "../desk/act-page.ts";
import type { Outcome } from "../desk/act-page.ts";
import { deskPage } from "../desk/page.ts";
import { fittingAct, removalReasons } from "../../domain/moderation.ts";
import type { CommentAct } from "../../domain/moderation.ts";
import { hashOfToken } from "../../domain/token.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import type { DeskComment, NewActLink } from "../../store/port/desk.ts";
import { isModerator, openDesk, ownForms, readForm } from "../desk/guard.ts";
import type { DeskEnv } from "../desk/guard.ts";
import { seenIn } from "../desk/seen.ts";

const statuses = { done: 200, decided: 409, expired: 410, unknown: 404 } as const;

/** A link that may act, with what it acts on. */
interface Ready {
  link: NewActLink;
  comment: DeskComment;
  act: CommentAct;
}

/**
 * The links in letters to the desk: looking shows one button, the button acts. A link does its own act to its own comment, for whom it was
 * written as long as that address is a moderator's, and only until somebody has decided.
 */
export function actRoutes(service: Service): Hono<Env> {
  const { store, ids, clock } = service;

  async function readLink(
    token: string,
  ): Promise<Ready | { outcome: Outcome; comment: DeskComment | null }> {
    const link = await store.actLink(hashOfToken("act", token));
    if (link === null || !isModerator(service, link.moderator))
      return { outcome: "unknown", comment: null };
    const comment = await one(link.comment);
    if (comment === null || link.expires <= clock()) return { outcome: "expired", comment: null };
    const act = fittingAct(link.act, comment.state);
    return link.isDecided || act === null
      ? { outcome: "decided", comment }
      : { link, comment, act };
  }

  async function one(id: string): Promise<DeskComment | null> {
    const [comment = null] = await store.deskComments({ what: { id }, after: null, most: 1 });
    return comment;
  }

  async function tell(
    c: Context,
    outcome: Outcome,
    comment: DeskComment | null,
  ): Promise<Response> {
    const desk = await openDesk(service);
    return deskPage(c, statuses[outcome], desk, null, actedPage(desk, outcome, comment));
  }

  const routes = new Hono<DeskEnv>()
    .use("/act", ...ownForms(service))
    .get("/act", async (c) => {
      const token = c.req.query("token") ?? "";
      const read = await readLink(token);
      if ("outcome" in read) return tell(c, read.outcome, read.comment);
      const desk = await openDesk(service);
      const asked = { act: read.act, token, wasEdited: false };
      return deskPage(c, 200, desk, null, actPage(desk, read.comment, asked));
    })
    .post("/act", async (c) => {
      const form = await readForm(c);
      const token = form.get("token") ?? "";
      const read = await readLink(token);
      if ("outcome" in read) return tell(c, read.outcome, read.comment);
      const { link, act, comment } = read;
      const reason = removalReasons.find((each) => each === form.get("reason")) ?? "spam";
      const removes = act === "reject" || act === "hide";
      const wasDone = await decide(service, {
        act,
        comment: comment.id,
        by: link.moderator,
        batch: ids.id(),
        reason: removes ? reason : null,
        note: "",
        seen: seenIn(form, comment.id),
      });
      const again = wasDone ? null : await readLink(token);
      if (again !== null && !("outcome" in again)) {
        const desk = await openDesk(service);
        const asked = { act: again.act, token, wasEdited: true };
        return deskPage(c, 409, desk, null, actPage(desk, again.comment, asked));
      }
      return tell(c, wasDone ? "done" : "decided", await one(comment.id));
    });
  return new Hono<Env>().route("/", routes);
}
