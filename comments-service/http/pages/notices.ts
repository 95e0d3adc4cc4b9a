import { Hono } from "hono";
import type { Context } from "hono";
import { giveNotice, noticeable } from "../../acts/notice.ts";
import { inLetter } from "../../acts/tell.ts";
import { isId } from "../../domain/ids.ts";
import type { NoticeInput } from "../../domain/notice.ts";
import { noticePage, noticeSaid } from "./notice-page.ts";
import { page } from "./shell.ts";
import type { Markup } from "./shell.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { sendersOf } from "../request.ts";
import type { KeptComment } from "../../store/port/reading.ts";
import { ownForms, readForm } from "./own-form.ts";

const nothing: NoticeInput = {
  reason: "",
  name: "",
  email: "",
  isAbuse: false,
  isGoodFaith: false,
};

/** Notices of illegal content (DSA Art. 16): a form that works without script, kept once, with a receipt by mail. */
export function noticeRoutes(service: Service): Hono<Env> {
  const { magazine, settings, ids } = service;

  const show = async (
    c: Context<Env>,
    status: 200 | 404 | 422 | 429,
    shown: { title: string; main: Markup },
  ) => page(c, status, await magazine.shown(), settings.site.origin, shown);

  async function form(comment: KeptComment, name: string, given: NoticeInput, errors: Errors) {
    const { text, link, site } = await inLetter(service, comment);
    const shown = { id: comment.id, number: comment.number ?? 0, text, link };
    return noticePage(site, shown, name, given, errors);
  }

  return new Hono<Env>()
    .use("/notices", ...ownForms(service))
    .get("/notices/new", async (c) => {
      const comment = await noticeable(service, c.req.query("comment") ?? "");
      return comment === null
        ? show(c, 404, noticeSaid("missing", await magazine.shown()))
        : show(c, 200, await form(comment, ids.id(), nothing, []));
    })
    .post("/notices", async (c) => {
      const site = await magazine.shown();
      const field = await readForm(c);
      const comment = await noticeable(service, field("comment"));
      if (comment === null) return show(c, 404, noticeSaid("missing", site));
      const input: NoticeInput = {
        reason: field("reason"),
        name: field("name"),
        email: field("email"),
        isAbuse: field("abuse") === "yes",
        isGoodFaith: field("faith") === "yes",
      };
      const name = isId(field("form")) ? field("form") : ids.id();
      const isHoneypotFilled = field("website") !== "";
      const senders = await sendersOf(c, service);
      const given = { comment, form: name, input, isHoneypotFilled, senders };
      const done = await giveNotice(service, given);
      if (done === "received") return show(c, 200, noticeSaid(done, site));
      if (done.refused === "fields")
        return show(c, 422, await form(comment, name, input, done.errors));
      c.header("Retry-After", String(done.seconds));
      return show(c, 429, noticeSaid("busy", site));
    });
}

type Errors = Parameters<typeof noticePage>[4];
