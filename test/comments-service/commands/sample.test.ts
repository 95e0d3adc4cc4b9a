import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sample } from "../../../comments-service/commands/sample.ts";
import { Refused } from "../../../comments-service/domain/refused.ts";
import type { Thread } from "../../../comments-service/wire.ts";
import { openService } from "../service.ts";
import type { TestService } from "../service.ts";
import { thread } from "../site.ts";

const path = "scripts/start/sample-conversation.json";
const office = "zwei-abteilungen-ein-buero";

interface Written {
  name: string;
  at: string;
  text: string;
  answers?: number;
}
const written = JSON.parse(readFileSync(path, "utf8")) as { thread: string; comments: Written[] };

function openHere(): Promise<TestService> {
  return openService({ threads: [thread("flur"), thread(office)] });
}

/** As `npm start` calls it. */
function show({ settings, database, clock }: TestService, isGone = false): Promise<string[]> {
  const here = { ...settings, serviceUrl: "http://localhost:8788" };
  return sample({ settings: here, database, path, isGone, now: clock.now, tell: () => {} });
}

/** All comments of a thread, those that are folded too, in the order of their numbers. */
async function shown(service: TestService) {
  const { comments, folded } = await service.thread(office, "?order=oldest&limit=50");
  for (const { after } of folded) {
    const answer = await service.ask(`/threads/${office}/replies?after=${after}`);
    comments.push(...((await answer.json()) as Thread).comments);
  }
  return comments.toSorted((a, b) => a.number - b.number);
}

describe("the sample conversation", () => {
  test("is written once, each comment with its mark, and looks like a real one", async () => {
    const service = await openHere();
    expect(await show(service)).toEqual([`13 sample comments in ${office}`]);
    const first = await shown(service);
    expect(await show(service)).toEqual([]);
    expect(await shown(service)).toEqual(first);

    expect((await service.thread(office)).count).toBe(13);
    expect(first.map(({ name }) => name)).toEqual(
      written.comments.map(({ name }) => `${name} (Beispiel)`),
    );
    expect(first.map(({ replyTo }) => replyTo)).toEqual(
      written.comments.map(({ answers }) => answers ?? null),
    );
    expect(first.filter(({ badge }) => badge !== null).map(({ badge }) => badge)).toEqual([
      "author",
      "editor",
    ]);
    expect(first.filter(({ recommended }) => recommended)).toHaveLength(1);
  });

  test("stays out of a thread in which somebody has written", async () => {
    const service = await openHere();
    await service.publish({}, { thread: office });
    expect(await show(service)).toEqual([]);
    expect((await service.thread(office)).count).toBe(1);
  });

  test("goes with the magazine's article, and comes back with it", async () => {
    const service = await openHere();
    await show(service);
    expect(await show(service, true)).toEqual([`no sample comments in ${office} any more`]);
    expect(await shown(service)).toEqual([]);
    expect(await show(service, true)).toEqual([]);
    expect(await show(service)).toHaveLength(1);
    expect((await shown(service)).map(({ number }) => number)).toEqual(
      written.comments.map((_, index) => index + 1),
    );
  });

  test("stays where somebody has answered it", async () => {
    const service = await openHere();
    await show(service);
    await service.publish({ replyTo: 2 }, { thread: office });
    expect(await show(service, true)).toEqual([]);
    expect((await service.thread(office)).count).toBe(14);
  });
});

test.each([
  { serviceUrl: "https://comments.example" },
  { site: { url: "https://magazine.example/", origins: [] } },
  { database: { engine: "postgres", url: "postgres://localhost/comments" } },
])("no sample comment gets into a real service: %j", async (other) => {
  const service = await openHere();
  const settings = { ...service.settings, serviceUrl: "http://localhost:8788", ...other } as never;
  const call = { settings, database: service.database, path, now: 0, tell: () => {} };
  await expect(sample({ ...call, isGone: false })).rejects.toThrow(Refused);
  await expect(sample({ ...call, isGone: true })).rejects.toThrow(Refused);
});

test("the conversation of npm start is in order: each answers one before it, and times only grow", () => {
  const { comments } = written;
  expect(written.thread).toBe(office);
  const times = comments.map(({ at }) => Date.parse(at));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  for (const [index, { answers = 0, text }] of comments.entries()) {
    expect(answers).toBeLessThanOrEqual(index);
    expect(text).not.toContain('"');
  }
});
