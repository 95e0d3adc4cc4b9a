import { Hono } from "hono";
import { block, switchThread } from "../../acts/switches.ts";
import { blocksPage, threadsPage } from "./switches-page.ts";
import type { Service } from "../../acts/service.ts";
import { backTo, openDesk, pathOf, readForm, show, showMissing } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";

const turns = ["close", "open", "hold", "free"] as const;

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
      const form = await readForm(c);
      const act = turns.find((each) => each === form.get("act"));
      const thread = form.get("thread");
      // All threads can be closed and opened at once, and no more.
      const isForAll = act === "close" || act === "open";
      if (act === undefined || (thread === null && !isForAll)) return showMissing(c, service);
      const batch = await switchThread(service, { act, thread, by: c.get("moderator") });
      return backTo(c, form.get("back") ?? "", batch);
    })
    .get("/desk/blocks", async (c) => {
      const desk = await openDesk(service);
      const page = blocksPage(desk, await store.blocks(), { back: pathOf(c), isWrong: false });
      return show(c, service, desk, page);
    })
    .post("/desk/blocks", async (c) => {
      const form = await readForm(c);
      const act = form.get("lift") === "yes" ? "unblock" : "block";
      const value = form.get("value") ?? "";
      const batch = await block(service, { act, value, by: c.get("moderator") });
      if (batch !== null) return backTo(c, form.get("back") ?? "", batch);
      const desk = await openDesk(service);
      const around = { back: "/desk/blocks", isWrong: true };
      return show(c, service, desk, blocksPage(desk, await store.blocks(), around), 422);
    });
}
