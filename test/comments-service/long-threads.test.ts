import { describe, expect, test } from "vitest";
import type { Replies, Thread } from "../../comments-service/wire.ts";
import { fillThread, talkOf } from "./fill-thread.ts";
import type { Filled } from "./fill-thread.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";

const MOST_BYTES = 256_000;
/** What takes most room in JSON: four bytes a sign, or a sign that is escaped. */
const heaviest = ["😀".repeat(5000), '"'.repeat(5000), "\n".repeat(4999).concat("x")];
const heavy = (index: number): string => heaviest[index % 3] ?? "";

async function serviceWith(comments: readonly Filled[]): Promise<TestService> {
  const service = await openService();
  // A thread is there when it was asked for once.
  await service.thread();
  fillThread(service.databasePath, "flur", comments);
  return service;
}

async function read(service: TestService, query: string): Promise<Thread> {
  const answer = await service.ask(`/threads/flur${query}`);
  const bytes = await answer.arrayBuffer();
  expect(bytes.byteLength).toBeLessThanOrEqual(MOST_BYTES);
  return JSON.parse(new TextDecoder().decode(bytes)) as Thread;
}

async function replies(service: TestService, after: number): Promise<Replies> {
  const answer = await service.ask(`/threads/flur/replies?after=${after}`);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text.length).toBeLessThanOrEqual(MOST_BYTES);
  return JSON.parse(text) as Replies;
}

const numbersIn = ({ comments }: Pick<Thread, "comments">) => comments.map(({ number }) => number);

/** All pages from the first on, each asked for by the `next` of the one before. */
async function allPages(service: TestService, query: string): Promise<Thread[]> {
  const pages: Thread[] = [];
  for (let before: number | null | undefined; before !== null;) {
    const page = await read(service, `?${query}${before === undefined ? "" : `&before=${before}`}`);
    pages.push(page);
    before = page.next;
  }
  return pages;
}

/** How often the service reads words from its store from now on. */
function countReading(service: TestService): () => number {
  let read = 0;
  const real = { ...service.store };
  service.store.heads = (...asked) => {
    read += 1;
    return real.heads(...asked);
  };
  service.store.replies = (...asked) => {
    read += 1;
    return real.replies(...asked);
  };
  return () => read;
}

test("fifty conversations of a hundred replies each come with three each, in at most 256 kB", async () => {
  const service = await serviceWith(talkOf(50, 100, () => "Das sehe ich anders. ".repeat(20)));
  const page = await read(service, "");
  expect(page.comments.filter(({ replyTo }) => replyTo === 50)).toHaveLength(3);
  expect(numbersIn(page).slice(0, 5)).toEqual([50, 100, 150, 200, 49]);
  expect(page.folded[0]).toEqual({ conversation: 50, after: 200, count: 97 });
  expect(page.count).toBe(5050);
});

describe.each(["newest", "oldest"])("%s first", (order) => {
  test.each([
    ["short texts", talkOf(137, 2)],
    ["nothing but first comments", talkOf(64, 0)],
    ["one conversation", talkOf(1, 200)],
    ["long texts", talkOf(23, 5, heavy)],
  ])("pages hold each conversation once and are bounded: %s", async (_, talk) => {
    const service = await serviceWith(talk);
    const firsts = [...new Set(talk.map(({ conversation }) => conversation))].toSorted(
      (a, b) => a - b,
    );
    for (const limit of [1, 20, 50, 100]) {
      const pages = await allPages(service, `order=${order}&limit=${limit}`);
      const seen = pages.flatMap(({ comments }) =>
        comments.filter((each) => each.replyTo === null),
      );
      expect(seen.map(({ number }) => number)).toEqual(
        order === "oldest" ? firsts : firsts.toReversed(),
      );
      for (const { comments } of pages)
        expect(comments.filter((each) => each.replyTo === null).length).toBeLessThanOrEqual(
          Math.max(20, limit),
        );
    }
  });

  test("what is folded is answered piece by piece, each reply once, with the replies of a link in between", async () => {
    const service = await serviceWith(talkOf(3, 130, heavy));
    const whole = Array.from({ length: 131 }, (_, index) => 2 + 3 * index);
    for (const at of [2, 11, 14, 200, 392]) {
      const page = await read(service, `?order=${order}&at=${at}`);
      expect(numbersIn(page)).toContain(at);
      const found = numbersIn(page).filter((number) => number % 3 === 2);
      for (const { conversation, after, count } of page.folded) {
        if (conversation !== 2) continue;
        let from = after;
        for (let left = count; left > 0;) {
          const some = await replies(service, from);
          expect(some.conversation).toBe(2);
          expect(some.comments.length).toBeGreaterThan(0);
          found.push(...numbersIn(some));
          left -= some.comments.length;
          from = some.comments.at(-1)?.number ?? 0;
          expect(left).toBeGreaterThanOrEqual(0);
        }
      }
      expect(found.toSorted((a, b) => a - b)).toEqual(whole);
    }
  });
});

test("pages that were asked for stay as they are when new conversations come", async () => {
  const service = await openService();
  await service.thread();
  fillThread(service.databasePath, "flur", talkOf(95, 0));
  const before = await allPages(service, "limit=20");
  for (let more = 0; more < 7; more += 1) await service.publish({ text: `Neu ${more}` });
  const rest = await read(service, `?limit=20&before=${before[0]?.next}`);
  expect(numbersIn(rest)).toEqual(numbersIn(before[1] ?? { comments: [] }));
});

describe("whatever one may ask, there are few answers", () => {
  async function answers(service: TestService, paths: readonly string[]) {
    const etags = new Set<string | null>();
    for (const path of paths) etags.add((await service.ask(path)).headers.get("ETag"));
    return etags.size;
  }
  const upTo = (most: number, path: (number: number) => string) =>
    Array.from({ length: most }, (_, index) => path(index + 1));

  test("for each limit, three", async () => {
    const service = await serviceWith(talkOf(120, 1));
    const made = countReading(service);
    expect(
      await answers(
        service,
        upTo(100, (n) => `/threads/flur?limit=${n}`),
      ),
    ).toBe(3);
    expect(made()).toBe(3);
  });

  test("for each number to begin behind, to find, or to go on from, one for ten conversations", async () => {
    const service = await serviceWith(talkOf(100, 1));
    const made = countReading(service);
    const paths = (name: string) => upTo(210, (n) => `/threads/flur?limit=20&${name}=${n}`);
    // Ten beginnings, and the empty page.
    expect(await answers(service, paths("before"))).toBeLessThanOrEqual(11);
    expect(await answers(service, paths("order=oldest&before"))).toBeLessThanOrEqual(11);
    expect(await answers(service, paths("at"))).toBeLessThanOrEqual(11);
    expect(made()).toBeLessThanOrEqual(22);
    const unknown = upTo(50, (n) => `/threads/flur?limit=20&before=95&fresh=${n}&x=${n}`);
    expect(await answers(service, unknown)).toBe(1);
    expect(made()).toBeLessThanOrEqual(22);
  });

  test("for each reply of a long conversation, one for fifty", async () => {
    const service = await serviceWith(talkOf(1, 500));
    const made = countReading(service);
    expect(
      await answers(
        service,
        upTo(501, (n) => `/threads/flur?at=${n}`),
      ),
    ).toBe(11);
    expect(
      await answers(
        service,
        upTo(501, (n) => `/threads/flur/replies?after=${n}`),
      ),
    ).toBe(11);
    // A page with replies in its midst takes two.
    expect(made()).toBe(21 + 10);
  });
});

describe("the replies of a conversation", () => {
  test("are asked for by the number of any comment in it", async () => {
    const service = await serviceWith(talkOf(2, 60));
    const first = await replies(service, 1);
    expect(numbersIn(first)).toEqual(Array.from({ length: 50 }, (_, index) => 9 + 2 * index));
    expect(first.more).toBe(7);
    expect(await replies(service, 5)).toEqual(first);
    expect(await replies(service, first.comments.at(-1)?.number ?? 0)).toMatchObject({
      conversation: 1,
      more: 0,
    });
    expect(await replies(service, 122)).toEqual({ conversation: 2, comments: [], more: 0 });
  });

  test("are refused where the number is none, or no comment has it", async () => {
    const service = await serviceWith(talkOf(2, 1));
    const statuses: Record<string, number> = {};
    for (const query of ["", "?after=x", "?after=0", "?after=5", "?after=999999999"])
      statuses[query] = (await service.ask(`/threads/flur/replies${query}`)).status;
    expect(statuses).toEqual({
      "": 422,
      "?after=x": 422,
      "?after=0": 422,
      "?after=5": 404,
      "?after=999999999": 404,
    });
    expect((await service.ask("/threads/nobody/replies?after=1")).status).toBe(404);
  });

  test("hold no word of what was hidden, and lose what was erased at once", async () => {
    const service = await serviceWith(talkOf(1, 10, () => "Geheim"));
    const [, second] = (await replies(service, 1)).comments;
    await service.store.erase(second?.id ?? "");
    expect((await replies(service, 1)).comments[1]).toMatchObject({ state: "erased", text: "" });
  });
});

test("a feed is bounded too, and keeps its newest entries", async () => {
  const service = await serviceWith(talkOf(60, 0, (index) => `${index} ${'"'.repeat(4990)}`));
  for (const path of ["/threads/flur/feed.atom", "/feed.atom"]) {
    const xml = await (await service.ask(path)).text();
    expect(Buffer.byteLength(xml)).toBeLessThanOrEqual(MOST_BYTES);
    const numbers = [...xml.matchAll(/#kommentar-(\d+)/gu)].map(([, number]) => Number(number));
    expect(numbers.slice(0, 3)).toEqual([60, 59, 58]);
    expect(numbers.length).toBeGreaterThan(3);
  }
});
