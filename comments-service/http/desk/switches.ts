import { Hono } from "hono/tiny";
import * as v from "valibot";
import type { Service } from "../../acts/service.ts";
import { block, switchThread } from "../../acts/switches.ts";
import { threadAt } from "../../domain/thread-list.ts";
import { box, choice, field, optionalField } from "../forms.ts";
import { html } from "../html.ts";
import { enterDoesNothing } from "../page.ts";
import type { Page } from "../page.ts";
import { queryOf, readForm } from "../request.ts";
import type { Block, Switches } from "../../store/port/desk.ts";
import { backTo, pathOf, SearchQuery, show, showMissing } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";
import type { Desk } from "./shell.ts";

/** The page of the desk that it leads back to. */
const back = field;

const SwitchForm = v.object({
  /** What becomes of a thread. */
  act: choice(["close", "open", "hold", "free"]),
  /** Which one; all where it is left out. */
  thread: optionalField,
  back,
});

const BlockForm = v.object({
  /** An address or a domain. */
  value: field,
  /** Yes: it is blocked no longer. */
  lift: box,
  back,
});

/** The switches of the threads, and the block list. */
export function deskSwitchRoutes(service: Service): Hono<DeskEnv> {
  const { store, clock } = service;
  return new Hono<DeskEnv>()
    .get("/desk/threads", async (c) => {
      const { q: filter } = queryOf(c, SearchQuery);
      const switches = await store.switches(filter);
      const around = { back: pathOf(c), filter, now: clock() };
      return show(c, service, (desk) => threadsPage(desk, switches, around));
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
      const blocks = await store.blocks();
      return show(c, service, (desk) =>
        blocksPage(desk, blocks, { back: pathOf(c), isWrong: false }),
      );
    })
    .post("/desk/blocks", async (c) => {
      const { value, lift, back: leadsTo } = await readForm(c, BlockForm);
      const act = lift ? "unblock" : "block";
      const batch = await block(service, { act, value, by: c.get("moderator") });
      if (batch !== null) return backTo(c, leadsTo, batch);
      const blocks = await store.blocks();
      const around = { back: "/desk/blocks", isWrong: true };
      return show(c, service, (desk) => blocksPage(desk, blocks, around), 422);
    });
}

/** The switches: one for all threads, and two for each; what the magazine has closed the desk cannot close. */
function threadsPage(
  { words, time }: Desk,
  { allClosed, threads }: Switches,
  { back, filter, now }: { back: string; filter: string; now: number },
): Page {
  const form = (thread: string | null, act: string, label: string) =>
    html`<form class="inline" method="post" action="/desk/threads"><input type="hidden" name="back" value="${back}">
${thread === null ? "" : html`<input type="hidden" name="thread" value="${thread}">`}<button type="submit" class="quiet" name="act" value="${act}">${label}</button></form>`;
  return {
    title: words.threads,
    main: html`<div class="said">${allClosed ? html`<strong>${words.allClosed}</strong>${form(null, "open", words.openAll)}` : html`${form(null, "close", words.closeAll)}<span class="hint">${words.closeAllHint}</span>`}</div>
<form class="find" action="/desk/threads"><label>${words.filter} <input type="search" dir="auto" name="q" value="${filter}"></label> <button type="submit">${words.search}</button></form>
${threads.length === 0 ? html`<p>${words.empty.other}</p>` : ""}
<ol class="toc plain">${threads
      .map((each) => threadAt(each, now))
      .map(
        (thread) => html`<li><h2><a href="${thread.url}">${thread.title}</a></h2>
<p class="facts">${thread.state === "closed" ? html`<span>${words.closedByMagazine}${thread.closedSince === null ? "" : html` ${words.since} ${time(thread.closedSince)}`}</span>` : ""}
${thread.isClosed ? html`<span class="why">${words.closedHere}</span>` : ""}
${thread.isHeld ? html`<span class="why">${words.heldHere}</span>` : ""}</p>
<div class="acts"><a class="quiet" href="/desk/threads/${encodeURIComponent(thread.id)}">${words.count(thread.count)}</a>
${thread.isClosed ? form(thread.id, "open", words.open) : thread.state === "closed" ? "" : form(thread.id, "close", words.close)}
${thread.isHeld ? form(thread.id, "free", words.free) : form(thread.id, "hold", words.hold)}</div></li>`,
      )}</ol>`,
  };
}

/** Who is blocked. */
function blocksPage(
  { words, time }: Desk,
  blocks: readonly Block[],
  { back, isWrong }: { back: string; isWrong: boolean },
): Page {
  return {
    title: words.blocks,
    main: html`<p class="hint ui">${words.blockHint}</p>
${isWrong ? html`<p class="said" role="alert">${words.wrongBlock}</p>` : ""}
<form class="find" method="post" action="/desk/blocks">${enterDoesNothing("/desk/blocks")}<input type="hidden" name="back" value="${back}">
<label>${words.blockLabel} <input type="text" name="value" required maxlength="254"></label> <button type="submit">${words.block}</button></form>
${blocks.length === 0 ? html`<p>${words.noBlocks}</p>` : ""}
<ol class="toc plain">${blocks.map(
      ({
        value,
        created,
        by,
      }) => html`<li><p class="facts"><strong>${value}</strong> ${time(created)} <span>${by}</span></p>
<form class="inline" method="post" action="/desk/blocks"><input type="hidden" name="back" value="${back}"><input type="hidden" name="lift" value="yes"><button type="submit" class="quiet" name="value" value="${value}">${words.unblock}</button></form></li>`,
    )}</ol>`,
  };
}
