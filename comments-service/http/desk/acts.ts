import { Hono } from "hono";
import { moderateAll, undo } from "../../acts/moderate.ts";
import { erasePage } from "./comment-page.ts";
import { isId } from "../../domain/ids.ts";
import { isCommentAct, removalReasons } from "../../domain/moderation.ts";
import type { CommentAct, RemovalReason } from "../../domain/moderation.ts";
import { cleanText } from "../../domain/plain-text.ts";
import type { Service } from "../../acts/service.ts";
import { limits } from "../../wire.ts";
import { backTo, openDesk, readForm, show, showMissing } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";
import { seenIn } from "./seen.ts";

/** What a form asks for. */
interface Asked {
  act: CommentAct;
  comments: string[];
  reason: RemovalReason | null;
  note: string;
}

/** The acts on comments, one or many at once, and taking back what was done last. */
export function deskActRoutes(service: Service): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .post("/desk/acts", async (c) => {
      const form = await readForm(c);
      const asked = readAct(form);
      if (asked === null) return showMissing(c, service);
      const back = form.get("back") ?? "";
      if (asked.act === "erase" && form.get("sure") !== "yes" && asked.comments.length > 0) {
        const desk = await openDesk(service);
        return show(c, service, desk, erasePage(desk, asked.comments, back));
      }
      const seen = seenIn(form);
      const by = c.get("moderator");
      const { act, reason, note } = asked;
      const decisions = asked.comments.map((comment) => {
        return { act, comment, by, reason, note, seen: seen.get(comment) ?? 0 };
      });
      return backTo(c, back, await moderateAll(service, decisions));
    })
    .post("/desk/undo", async (c) => {
      const form = await readForm(c);
      const asked = { batch: form.get("batch") ?? "", by: c.get("moderator") };
      return backTo(c, form.get("back") ?? "", await undo(service, asked));
    });
}

/** `one` is the button of a single comment (`act id reason`); else `act` is done to every `id`. Null when no act is named. */
function readAct(form: URLSearchParams): Asked | null {
  const [oneAct, oneId, oneReason] = (form.get("one") ?? "").split(" ");
  const isOne = form.has("one");
  const act = (isOne ? oneAct : form.get("act")) ?? "";
  if (!isCommentAct(act)) return null;
  const wanted = isOne ? oneReason : form.get("reason");
  const needsReason = act === "reject" || act === "hide";
  const reason = removalReasons.find((each) => each === wanted) ?? null;
  if (needsReason && reason === null) return null;
  return {
    act,
    comments: [...new Set(isOne ? [oneId ?? ""] : form.getAll("id"))].filter(isId),
    reason: needsReason ? reason : null,
    note: needsReason ? cleanText(form.get("note") ?? "").slice(0, limits.message) : "",
  };
}
