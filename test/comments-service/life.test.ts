import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createApp } from "../../comments-service/app.ts";
import { openLetter } from "../../comments-service/mail/sealed-letter.ts";
import { createService } from "../../comments-service/service.ts";
import { createSqlStore } from "../../comments-service/store/sql/store.ts";
import { openSqlite } from "../../comments-service/store/sqlite.ts";
import type { Challenge, Thread } from "../../comments-service/wire.ts";
import { answeredBy, live, newModel, shownOf, textOf } from "./life-model.ts";
import type { Act, Model } from "./life-model.ts";
import { moderate } from "./moderate.ts";
import { comment, openService, start, tokenOf } from "./service.ts";
import { solve } from "./solve.ts";

const threads = ["flur", "regen"] as const;
const nth = fc.nat(7);
const thread = fc.constantFrom<0 | 1>(0, 1);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ act: fc.constant("post"), thread, answers: fc.option(nth) }),
  },
  { weight: 8, arbitrary: fc.record({ act: fc.constant("confirm"), nth }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom("repeat", "erase"), nth }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom("hide", "publish", "reject", "keep", "remove"),
      nth,
    }),
  },
  { weight: 5, arbitrary: fc.record({ act: fc.constant("report"), nth, reader: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("turn"), thread }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant("jump"), hours: fc.integer({ min: -60, max: 60 }) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("restart") }) },
);

/** The service under the same acts, with what a reader keeps of each post: its body, and the token of its letter. */
async function openLife() {
  const first = await openService({ limits: unlimited });
  const posts: { path: string; body: object; id: string; token: string }[] = [];
  let { store, service } = first;
  let app = createApp(service);

  const ask = async (path: string, init?: RequestInit, peer = "192.0.2.1") =>
    app.request(new URL(path, first.settings.serviceUrl).href, init, { peer });
  const send = (path: string, body: object, peer?: string) =>
    ask(
      path,
      {
        method: "POST",
        headers: { Origin: first.site.origin, "Content-Type": "application/json" },
        body: JSON.stringify(body),
      },
      peer,
    );
  async function challenge(id: string, action: string): Promise<string> {
    const answer = await ask(`/challenge?thread=${id}&action=${action}`);
    return solve((await answer.json()) as Challenge);
  }

  async function post(act: Act & { act: "post" }, model: Model): Promise<number> {
    const id = threads[act.thread];
    const text = textOf(model);
    const replyTo = answeredBy(model, act);
    const body = { ...comment, text, replyTo, challenge: await challenge(id, "comment") };
    const { status } = await send(`/threads/${id}/comments`, body);
    if (status !== 202) return status;
    for (const { sealed, subject } of await store.letters(1000)) {
      const letter = openLetter([service.secret], sealed);
      if (letter?.text.includes(`> ${text}`) === true && letter.text.includes("confirm?token="))
        posts.push({ path: `/threads/${id}/comments`, body, id: subject, token: tokenOf(letter) });
    }
    return status;
  }

  async function restart(): Promise<true> {
    await store.close();
    store = await createSqlStore(openSqlite(first.databasePath), first.clock.now);
    const difficulty = { cost: 1, least: 1, most: 3 };
    service = createService({ ...service, store, difficulty });
    app = createApp(service);
    return true;
  }

  async function turn(act: Act & { act: "turn" }): Promise<true> {
    const listed = first.site.list.threads[act.thread];
    if (listed !== undefined) listed.state = listed.state === "open" ? "closed" : "open";
    await service.magazine.refresh();
    return true;
  }

  /** Does the same act to the service as `live` does to the model. */
  async function run(act: Act, model: Model): Promise<number | boolean> {
    if (act.act === "post") return post(act, model);
    if (act.act === "restart") return restart();
    if (act.act === "turn") return turn(act);
    if (act.act === "jump") first.clock.now += act.hours * 3_600_000;
    const of = "nth" in act ? posts[act.nth % Math.max(1, posts.length)] : undefined;
    if (of === undefined) return true;
    switch (act.act) {
      case "repeat":
        return (await send(of.path, of.body)).status;
      case "confirm": {
        const body = new URLSearchParams({ token: of.token });
        const headers = { "Sec-Fetch-Site": "same-origin" };
        return (await ask("/confirm", { method: "POST", headers, body })).status;
      }
      case "report": {
        const id = of.path.includes("flur") ? "flur" : "regen";
        const body = { reason: "spam", challenge: await challenge(id, "report") };
        return (await send(`/comments/${of.id}/reports`, body, `192.0.2.${act.reader}`)).status;
      }
      case "erase":
        return store.erase(of.id);
      case "remove":
        return moderate(store, "erase", of.id, first.clock.now);
      case "hide":
      case "publish":
      case "reject":
      case "keep":
        return moderate(store, act.act, of.id, first.clock.now);
      case "jump":
        break;
    }
    return true;
  }

  const read = async (id: string, query: string) =>
    (await (await ask(`/threads/${id}?${query}`)).json()) as Thread;
  return { run, read, ask };
}

const unlimited = {
  comment: { sender: [], thread: [], site: [] },
  report: { sender: [], thread: [], site: [] },
};

type Life = Awaited<ReturnType<typeof openLife>>;

/** Whether everyone sees what the model says: in whole threads, in small pages, and in counts. */
async function compare({ read }: Life, model: Model): Promise<void> {
  for (const [index, id] of threads.entries()) {
    const { open, count, comments } = await read(id, "limit=100");
    const shown = comments.map(({ number, replyTo, text, state, publishedAt }) => ({
      number,
      replyTo,
      text,
      state,
      publishedAt,
    }));
    expect({ open, count, comments: shown }).toEqual(shownOf(model, index === 0 ? 0 : 1));
  }
}

async function comparePages({ read, ask }: Life, model: Model): Promise<void> {
  const counts = await (await ask(`/counts?thread=flur&thread=regen`)).json();
  expect(counts).toEqual({ flur: shownOf(model, 0).count, regen: shownOf(model, 1).count });
  for (const [index, id] of threads.entries()) {
    const all = shownOf(model, index === 0 ? 0 : 1).comments.map(({ number }) => number);
    for (const order of ["newest", "oldest"]) {
      const seen: number[] = [];
      for (let before: number | null | undefined; before !== null;) {
        const from = before === undefined ? "" : `&before=${before}`;
        const page: Thread = await read(id, `limit=2&order=${order}${from}`);
        seen.push(...page.comments.map(({ number }) => number));
        before = page.next;
      }
      expect(seen.toSorted((a, b) => a - b)).toEqual(all.toSorted((a, b) => a - b));
    }
  }
}

test("whatever happens in whatever order, a comment lives as the design says", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 40 }), async (acts) => {
      const model = newModel(start);
      const life = await openLife();
      for (const each of acts) {
        const done = await life.run(each, model);
        expect([each, done]).toEqual([each, live(model, each)]);
        await compare(life, model);
      }
      await comparePages(life, model);
    }),
    { seed: 20_261_123, numRuns: 40 },
  );
}, 300_000);
