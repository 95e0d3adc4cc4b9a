import { Hono } from "hono";
import * as v from "valibot";
import { block, switchThread } from "../../acts/switches.ts";
import { blocksPage, threadsPage } from "./switches-page.ts";
import type { Service } from "../../acts/service.ts";
import { box, choice, field } from "../forms.ts";
import { readForm } from "../request.ts";
import { backTo, openDesk, pathOf, show, showMissing } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";

const back = field("the page of the desk that it leads back to");

const SwitchForm = v.object({
  act: choice(["close", "open", "hold", "free"], "what becomes of a thread"),
  thread: v.optional(v.pipe(v.string(), v.description("which one; all where it is left out"))),
  back,
});

const BlockForm = v.object({
  value: field("an address or a domain"),
  lift: box("yes: it is blocked no longer"),
  back,
});

/** The switches of the threads, and the block list. */
export function deskSwitchRoutes(service: Service): Hono<DeskEnv> {
  const { store } = service;
  return new Hono<DeskEnv>()
    .get("/desk/threads", async (c) => {
      const desk = await openDesk(service);
      const filter = (c.req.query("q") ?? "").trim().slice(0, 200);
      const page = threadsPage(desk, await store.switches(filter), { back: pathOf(c), filter });
      return show(c, service, desk, page);
    })
    .post("/desk/threads", async (c) => {
      const { act, thread = null, back: leadsTo } = await readForm(c, SwitchForm);
      // All threads can be closed and opened at once, and no more.
      const isForAll = act === "close" || act === "open";
      if (act === undefined || (thread === null && !isForAll)) return showMissing(c, service);
      const batch = await switchThread(service, { act, thread, by: c.get("moderator") });
      return backTo(c, leadsTo, batch);
    })
    .get("/desk/blocks", async (c) => {
      const desk = await openDesk(service);
      const page = blocksPage(desk, await store.blocks(), { back: pathOf(c), isWrong: false });
      return show(c, service, desk, page);
    })
    .post("/desk/blocks", async (c) => {
      const { value, lift, back: leadsTo } = await readForm(c, BlockForm);
      const act = lift ? "unblock" : "block";
      const batch = await block(service, { act, value, by: c.get("moderator") });
      if (batch !== null) return backTo(c, leadsTo, batch);
      const desk = await openDesk(service);
      const around = { back: "/desk/blocks", isWrong: true };
      return show(c, service, desk, blocksPage(desk, await store.blocks(), around), 422);
    });
}
