import { Hono } from "hono";
import type { Context } from "hono";
import { inLetter } from "../../acts/decide-notice.ts";
import { callModerators } from "../../acts/tell-desk.ts";
import { keyedHash } from "../../domain/digest.ts";
import { isId } from "../../domain/ids.ts";
import { readIllegalNotice } from "../../domain/notice.ts";
import type { NoticeInput } from "../../domain/notice.ts";
import { secondsUntilFree, turnsOf } from "../../domain/rates.ts";
import { strangersLetter } from "../../acts/letters.ts";
import { receiptLetter } from "../../mail/letters/notice.ts";
import { noticePage, noticeSaid } from "./notice-page.ts";
import { page } from "./shell.ts";
import type { Markup } from "./shell.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { sendersOf } from "../request.ts";
import type { KeptComment } from "../../store/port/store.ts";
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
  const { store, magazine, settings, ids, clock, limits, secret } = service;

  const show = async (
    c: Context<Env>,
    status: 200 | 404 | 422 | 429,
    shown: { title: string; main: Markup },
  ) => page(c, status, await magazine.shown(), settings.site.origin, shown);

  /** The comment that a notice is about; null when nobody can read it. */
  async function noticed(id: string): Promise<KeptComment | null> {
    const comment = isId(id) ? await store.comment(id) : null;
    return comment?.state === "published" ? comment : null;
  }

  async function form(comment: KeptComment, name: string, given: NoticeInput, errors: Errors) {
    const { text, link, site } = await inLetter(service, comment, "");
    const shown = { id: comment.id, number: comment.number ?? 0, text, link };
    return noticePage(site, shown, name, given, errors);
  }

  return new Hono<Env>()
    .use("/notices", ...ownForms(service))
    .get("/notices/new", async (c) => {
      const comment = await noticed(c.req.query("comment") ?? "");
      return comment === null
        ? show(c, 404, noticeSaid("missing", await magazine.shown()))
        : show(c, 200, await form(comment, ids.id(), nothing, []));
    })
    .post("/notices", async (c) => {
      const site = await magazine.shown();
      const field = await readForm(c);
      const comment = await noticed(field("comment"));
      if (comment === null) return show(c, 404, noticeSaid("missing", site));
      const input: NoticeInput = {
        reason: field("reason"),
        name: field("name"),
        email: field("email"),
        isAbuse: field("abuse") === "yes",
        isGoodFaith: field("faith") === "yes",
      };
      const name = isId(field("form")) ? field("form") : ids.id();
      const read = readIllegalNotice(input);
      if ("errors" in read) return show(c, 422, await form(comment, name, input, read.errors));
      // Only a program fills in what no person sees; it is told what everybody is told.
      if (field("website") !== "") return show(c, 200, noticeSaid("received", site));

      const { notice } = read;
      const now = clock();
      const id = ids.id();
      const who = { ...(await sendersOf(c, service)), thread: comment.thread };
      const receipt = receiptLetter(await inLetter(service, comment, notice.reason));
      const toNotifier = { to: notice.email, ...receipt, expires: null };
      const given = await store.giveNotice(
        {
          ...notice,
          id,
          comment: comment.id,
          form: name,
          bodyHash: keyedHash(secret, JSON.stringify(["notice", comment.id, notice])),
          ...turnsOf("notice", limits.report, who, now),
          desk: callModerators(service),
          receipt:
            notice.email === ""
              ? null
              : strangersLetter(service, toNotifier, { purpose: "confirm", network: who.network }),
        },
        now,
      );
      if (typeof given === "string") return show(c, 200, noticeSaid("received", site));
      c.header("Retry-After", String(secondsUntilFree(given.full, now)));
      return show(c, 429, noticeSaid("busy", site));
    });
}

type Errors = Parameters<typeof noticePage>[4];
