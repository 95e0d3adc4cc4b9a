import { describe, expect, test } from "vitest";
import { hashOfToken } from "../../comments-service/domain/token.ts";
import { engine } from "./engine.ts";
import { rowsOf } from "./rows.ts";
import { comment, openService, tokenOf } from "./service.ts";
import type { TestService } from "./service.ts";

const HOUR = 3_600_000;
const own = { "Sec-Fetch-Site": "same-origin" };

describe("the mailed link", () => {
  test("shows a page with one button and changes nothing, however often it is looked at", async () => {
    const service = await openService();
    await service.post();
    const token = await service.token();
    for (const method of ["GET", "HEAD", "GET"]) {
      const page = await service.ask(`/confirm?token=${token}`, { method });
      expect(page.status).toBe(200);
      expect(page.headers.get("Cache-Control")).toBe("no-store");
      const text = await page.text();
      expect(text.match(/<button/gu)?.length ?? 0).toBe(method === "GET" ? 1 : 0);
    }
    expect(await service.thread()).toMatchObject({ count: 0, comments: [] });
  });

  test("works once; the second time it says politely where the comment is", async () => {
    const service = await openService();
    await service.post();
    const token = await service.token();
    const first = await (await service.confirm(token)).text();
    const second = await service.confirm(token);
    expect(second.status).toBe(200);
    expect(await second.text()).toBe(first);
    expect(await (await service.ask(`/confirm?token=${token}`)).text()).toBe(first);
    expect((await service.thread()).comments).toHaveLength(1);
  });

  test("works for 48 hours", async () => {
    const service = await openService();
    await service.post();
    const token = await service.token();
    service.clock.now += 48 * HOUR;
    const late = await service.confirm(token);
    expect([late.status, await late.text()]).toEqual([
      410,
      expect.stringContaining("Der Link ist abgelaufen"),
    ]);
    service.clock.now -= 1;
    expect((await service.confirm(token)).status).toBe(200);
  });

  test.each(["", "x", "a".repeat(64), "' OR 1=1 --", "\u0000"])(
    "with the token %j is not known",
    async (token) => {
      const service = await openService();
      await service.post();
      expect((await service.confirm(token)).status).toBe(404);
      expect((await service.ask(`/confirm?token=${encodeURIComponent(token)}`)).status).toBe(404);
      expect((await service.ask("/confirm")).status).toBe(404);
    },
  );

  test("of a thread that closed meanwhile says so, and works when it opens again", async () => {
    const service = await openService();
    await service.post();
    await setThreads(service, "closed");
    const page = await service.confirm(await service.token());
    expect([page.status, await page.text()]).toEqual([
      409,
      expect.stringContaining("Die Kommentare sind geschlossen"),
    ]);
    expect((await service.thread()).comments).toEqual([]);
    await setThreads(service, "open");
    expect((await service.confirm(await service.token())).status).toBe(200);
    expect((await service.thread()).count).toBe(1);
  });

  test("of an erased comment says so", async () => {
    const service = await openService();
    await service.post();
    const token = await service.token();
    const challenge = (await service.store.proof(hashOfToken("confirm", token)))?.comment ?? "";
    await service.store.erase(challenge);
    const page = await service.confirm(token);
    expect([page.status, await page.text()]).toEqual([
      410,
      expect.stringContaining("gibt es nicht mehr"),
    ]);
    expect(await service.letters()).toEqual([]);
  });

  test("speaks the magazine's language", async () => {
    const service = await openService({ language: "en" });
    await service.post();
    const page = await (await service.ask(`/confirm?token=${await service.token()}`)).text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("Confirm your comment");
    expect((await service.letters())[0]?.subject).toBe(
      "Please confirm your comment on “Über flur”",
    );
  });
});

describe("the button is taken from the service's own page only", () => {
  test.each([
    [{ "Sec-Fetch-Site": "cross-site" }, 403],
    [{ "Sec-Fetch-Site": "same-site" }, 403],
    [{ "Sec-Fetch-Site": "none" }, 403],
    [{ "Sec-Fetch-Site": "cross-site", Origin: "https://comments.example" }, 403],
    [{ Origin: "https://evil.example" }, 403],
    [{ Origin: "null" }, 403],
    [{}, 403],
    [{ Origin: "https://comments.example" }, 200],
    [{ "Sec-Fetch-Site": "same-origin", Origin: "null" }, 200],
  ])("%j is %i", async (headers, status) => {
    const service = await openService();
    await service.post();
    const answer = await service.confirm(await service.token(), headers);
    expect(answer.status).toBe(status);
    expect((await service.thread()).count).toBe(status === 200 ? 1 : 0);
  });

  test("and only as a small form", async () => {
    const service = await openService();
    const huge = {
      method: "POST",
      headers: own,
      body: new URLSearchParams({ token: "x".repeat(2000) }),
    };
    expect((await service.ask("/confirm", huge)).status).toBe(413);
    const json = {
      method: "POST",
      headers: { ...own, "Content-Type": "application/json" },
      body: '{"token":"x"}',
    };
    expect((await service.ask("/confirm", json)).status).toBe(404);
  });
});

describe("numbers", () => {
  // In workerd each click takes a few milliseconds.
  const many = engine === "D1" ? 50 : 300;

  test(`have no gap and no twin under ${many} parallel confirmations, each clicked three times`, async () => {
    const service = await openService({ limits: unlimited });
    const tokens: string[] = [];
    const posts = Array.from({ length: many }, (_, i) =>
      service.post({ email: `r${i}@mail.example` }),
    );
    const taken = await Promise.all(posts);
    expect(new Set(taken.map(({ status }) => status))).toEqual(new Set([202]));
    for (const letter of await service.letters()) tokens.push(tokenOf(letter));
    expect(tokens).toHaveLength(many);
    const clicks = [...tokens, ...tokens.toReversed(), ...tokens];
    const pages = await Promise.all(clicks.map((token) => service.confirm(token)));
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]));
    const numbers: number[] = [];
    let before = "";
    for (;;) {
      const page = await service.thread("flur", `?limit=100&order=oldest${before}`);
      numbers.push(...page.comments.map(({ number }) => number));
      if (page.next === null) break;
      before = `&before=${page.next}`;
    }
    expect(numbers).toEqual(Array.from({ length: many }, (_, i) => i + 1));
  });

  test("run apart in each thread", async () => {
    const service = await openService();
    expect(await service.publish()).toBe(1);
    expect(await service.publish({}, { thread: "regen" })).toBe(1);
    expect(await service.publish()).toBe(2);
  });
});

describe("'no mail received?'", () => {
  test("sends another link; both lead to the same comment", async () => {
    const service = await openService();
    const challenge = await service.challenge();
    await service.send("/threads/flur/comments", { ...comment, challenge });
    service.clock.now += 1000;
    const answer = await service.send("/confirm/again", { challenge });
    expect([answer.status, await answer.json()]).toEqual([202, { state: "unconfirmed" }]);
    const [second, first] = (await service.letters()).map(tokenOf);
    expect(second).not.toBe(first);
    await service.confirm(second ?? "");
    expect((await service.thread()).count).toBe(1);
    expect(await (await service.confirm(first ?? "")).text()).toContain(
      "Ihr Kommentar ist bestätigt",
    );
    expect((await service.thread()).count).toBe(1);
  });

  test("answers the same when there is nothing to send", async () => {
    const service = await openService();
    const used = await service.challenge();
    await service.send("/threads/flur/comments", { ...comment, challenge: used });
    await service.confirm(await service.token());
    for (const challenge of [used, await service.challenge(), "", "x"]) {
      const answer = await service.send("/confirm/again", { challenge });
      expect([answer.status, await answer.json()]).toEqual([202, { state: "unconfirmed" }]);
    }
    expect(await service.letters()).toHaveLength(1);
  });

  test("sends three times a day and not more", async () => {
    const service = await openService();
    const challenge = await service.challenge();
    await service.send("/threads/flur/comments", { ...comment, challenge });
    for (let i = 0; i < 6; i += 1)
      expect((await service.send("/confirm/again", { challenge })).status).toBe(202);
    expect(await service.letters()).toHaveLength(4);
  });
});

test("the double opt-in record says which wording was agreed to, when it was asked and when confirmed", async () => {
  const service = await openService();
  const asked = service.clock.now;
  await service.post();
  service.clock.now += HOUR;
  await service.confirm(await service.token());
  const [row] = await rowsOf(service.database, "comment");
  expect(row).toMatchObject({
    email: comment.email,
    wording: "confirm.de.4",
    asked_at: asked,
    confirmed_at: asked + HOUR,
  });
});

const rate = [{ per: HOUR, most: 1_000_000 }];
const caps = { sender: rate, thread: rate, site: rate };
const unlimited = { comment: caps };

async function setThreads(service: TestService, state: "open" | "closed"): Promise<void> {
  for (const thread of service.site.list.threads) thread.state = state;
  service.clock.now += 10_000;
  await service.ask("/threads/somebody-makes-it-read-the-list");
}
