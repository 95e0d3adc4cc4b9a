import { Hono } from "hono/tiny";
import * as v from "valibot";
import { recommend } from "../../acts/moderate.ts";
import type { Service } from "../../acts/service.ts";
import { isId } from "../../domain/ids.ts";
import { field, list, optionalField } from "../forms.ts";
import { readForm } from "../request.ts";
import { editsReadIn } from "./comments-page.ts";
import { backTo, showMissing } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";

const RecommendForm = v.object({
  /** The comment that the editors recommend. */
  recommend: optionalField,
  /** The comment that they recommend no longer. */
  unrecommend: optionalField,
  /** Which words stood there: id and time of the last edit. */
  seen: list,
  /** The page of the desk that it leads back to. */
  back: field,
});

/** What the editors recommend. */
export function deskRecommendationRoutes(service: Service): Hono<DeskEnv> {
  return new Hono<DeskEnv>().post("/desk/recommendations", async (c) => {
    const form = await readForm(c, RecommendForm);
    const act = form.recommend === undefined ? "unrecommend" : "recommend";
    const comment = form[act] ?? "";
    if (!isId(comment)) return showMissing(c, service);
    const lastEditRead = editsReadIn(form.seen).get(comment) ?? 0;
    const by = c.get("moderator");
    return backTo(c, form.back, await recommend(service, { act, comment, by, lastEditRead }));
  });
}
