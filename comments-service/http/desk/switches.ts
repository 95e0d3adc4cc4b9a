import { Hono } from "hono";
import { blocksPage, threadsPage } from "./switches-page.ts";
import { mailboxOf, parseEmailAddress } from "../../domain/email-address.ts";
import type { Service } from "../../acts/service.ts";
import type { Turn } from "../../store/port/desk.ts";
import { backTo, openDesk, pathOf, readForm, show, showMissing } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";

const turns = ["close", "open", "hold", "free"] as const;

/** The switches of the threads, and the block list. */
export function deskHouseRoutes(service: Service): Hono<DeskEnv> {
  const { store, ids, clock } = service;
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
      const id = ids.id();
      const turn: Turn = {
        id,
        batch: id,
        by: c.get("moderator"),
        why: "",
        act,
        thread,
      };
      await store.turn(turn, clock());
      return backTo(c, form.get("back") ?? "", id);
    })
    .get("/desk/blocks", async (c) => {
      const desk = await openDesk(service);
      const page = blocksPage(desk, await store.blocks(), { back: pathOf(c), isWrong: false });
      return show(c, service, desk, page);
    })
    .post("/desk/blocks", async (c) => {
      const form = await readForm(c);
      const value = readBlock(form.get("value") ?? "");
      if (value === null) {
        const desk = await openDesk(service);
        const page = blocksPage(desk, await store.blocks(), {
          back: "/desk/blocks",
          isWrong: true,
        });
        return show(c, service, desk, page, 422);
      }
      const id = ids.id();
      const act = form.get("lift") === "yes" ? "unblock" : "block";
      const by = c.get("moderator");
      await store.block({ id, batch: id, by, why: "", act, value }, clock());
      return backTo(c, form.get("back") ?? "", id);
    });
}

/** An address as it is counted, or a domain; null when it is neither. */
function readBlock(input: string): string | null {
  const text = input.trim();
  if (text.includes("@") && !text.startsWith("@")) {
    const address = parseEmailAddress(text);
    return address === null ? null : mailboxOf(address);
  }
  const address = parseEmailAddress(`x@${text.replace(/^@/u, "")}`);
  return address === null ? null : address.slice("x@".length);
}
