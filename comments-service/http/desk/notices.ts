import { Hono } from "hono";
import * as v from "valibot";
import { decideNotice } from "../../acts/decide-notice.ts";
import { noticePage, noticesPage } from "./notices-page.ts";
import { deskComment } from "../../acts/moderate.ts";
import { isId } from "../../domain/ids.ts";
import { cleanText, isVisible } from "../../domain/plain-text.ts";
import type { Service } from "../../acts/service.ts";
import { limits } from "../../wire.ts";
import { choice, field } from "../forms.ts";
import { readForm } from "../request.ts";
import { backTo, openDesk, show, showMissing } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";

const NOTICES_SHOWN = 100;

const DecisionForm = v.object({
  decision: choice(["removed", "kept"], "what becomes of the comment"),
  grounds: field("why"),
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
      const desk = await openDesk(service);
      return show(c, service, desk, noticesPage(desk, await store.notices(NOTICES_SHOWN)));
    })
    .get("/desk/notices/:id", async (c) => {
      const found = await read(c.req.param("id"));
      if (found === null) return showMissing(c, service);
      const desk = await openDesk(service);
      const page = noticePage(desk, found.notice, found.comment, { isWrong: false });
      return show(c, service, desk, page);
    })
    .post("/desk/notices/:id", async (c) => {
      const found = await read(c.req.param("id"));
      if (found === null) return showMissing(c, service);
      const { notice, comment } = found;
      const { decision, ...given } = await readForm(c, DecisionForm);
      const grounds = cleanText(given.grounds).slice(0, limits.text);
      if (decision === undefined || !isVisible(grounds)) {
        const desk = await openDesk(service);
        return show(c, service, desk, noticePage(desk, notice, comment, { isWrong: true }), 422);
      }
      const by = c.get("moderator");
      const batch = await decideNotice(service, notice, { decision, grounds, by });
      return backTo(c, "/desk/notices", batch);
    });
}
