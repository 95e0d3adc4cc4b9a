import { describe, expect, test } from "vitest";
import { checks } from "../../comments-service/domain/checks/checks.ts";
import { MINUTE } from "../../comments-service/domain/times.ts";
import type { SessionAsked } from "../../comments-service/wire.ts";
import { askAt, sendForm } from "./asking.ts";
import type { Door } from "./asking.ts";
import { engine } from "./engine.ts";
import { decided, notice, objectionIn, to, withComment } from "./giving-notice.ts";
import { codeIn, openReader } from "./readers.ts";
import { comment, openService, tokenOf } from "./service.ts";
import type { TestService } from "./service.ts";
import { unshared } from "./unshared.ts";

// In workerd each call takes some milliseconds.
const TIMES = engine === "D1" ? 50 : 200;
const peer = "203.0.113.9";

/** Does something many times at once. @returns how often each status was answered. */
async function atOnce(call: (i: number) => Promise<Response>, times = TIMES) {
  const answers = await Promise.all(Array.from({ length: times }, (_, i) => call(i)));
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const email = (i: number) => `reader${i}@mail.example`;
const solved = (service: TestService, count = TIMES, action: "comment" | "report" = "comment") =>
  Promise.all(Array.from({ length: count }, () => service.challenge({ action })));
const first = async (service: TestService) => (await service.thread()).comments[0]?.id ?? "";

describe(`${TIMES} calls at once count as ${TIMES}`, () => {
  test.each<[Door, number]>([
    ["/sessions", 202],
    ["/mine", 200],
    ["/desk/sign-in", 200],
  ])("to %s: six are taken, and so many letters are there", async (door, status) => {
    const service = await openService({
      env: { MODERATORS: Array.from({ length: TIMES }, (_, i) => email(i)).join(",") },
    });
    expect(await atOnce((i) => askAt(service, door, email(i), peer))).toEqual({
      [status]: 6,
      429: TIMES - 6,
    });
    expect(await service.letters()).toHaveLength(6);
  });

  test("for one address: what goes out is its share", async () => {
    const service = await openService();
    const ask = (i: number) =>
      askAt(service, "/sessions", comment.email, `198.${18 + (i % 2)}.${i}.1`);
    expect(await atOnce(ask)).toEqual({ 202: TIMES });
    expect(await service.letters()).toHaveLength(8);
  });

  test("of guests' comments", async () => {
    const service = await openService();
    const challenges = await solved(service);
    const post = (i: number) =>
      service.post({ email: email(i), challenge: challenges[i] }, { peer });
    expect(await atOnce(post)).toEqual({ 202: 10, 429: TIMES - 10 });
    expect(await service.letters()).toHaveLength(10);
  });

  test("of signed-in comments: those that are too many for the checks are held", async () => {
    const service = await openService({ checks });
    const reader = await openReader(service);
    const challenges = await solved(service);
    service.clock.now += MINUTE;
    const post = (i: number) => reader.post({ text: `Text ${i}`, challenge: challenges[i] });
    expect(await atOnce(post)).toEqual({ 201: 4, 202: 6, 429: TIMES - 10 });
    expect((await service.thread()).count).toBe(4);
  });

  test("of signed-in comments with the same words: one appears", async () => {
    const service = await openService({ checks });
    const reader = await openReader(service);
    const challenges = await solved(service);
    service.clock.now += MINUTE;
    const text = "Diese Worte stehen hier schon einmal.";
    await atOnce((i) => reader.post({ text, challenge: challenges[i] }));
    expect((await service.thread()).count).toBe(1);
  });

  test("of confirmations for one address: those that are too many for the checks are held", async () => {
    const service = await openService({ checks, limits: { strangers: unshared } });
    const challenges = await solved(service, 10);
    service.clock.now += MINUTE;
    for (const [i, challenge] of challenges.entries())
      await service.post({ text: `Text ${i}`, challenge });
    const tokens = (await service.letters()).map(tokenOf);
    expect(await atOnce((i) => service.confirm(tokens[i] ?? ""), 10)).toEqual({ 200: 10 });
    expect((await service.thread()).count).toBe(4);
    expect((await service.store.waiting()).held).toBe(6);
  });

  test("of one confirmation", async () => {
    const service = await openService();
    await service.post();
    const token = await service.token();
    await atOnce(() => service.confirm(token));
    expect((await service.thread()).comments).toMatchObject([{ number: 1 }]);
  });

  test("of edits: thirty are taken", async () => {
    const service = await openService();
    const reader = await openReader(service);
    await reader.post();
    const id = await first(service);
    expect(await atOnce((i) => reader.edit(id, `Neu ${i}`))).toEqual({ 200: 30, 422: TIMES - 30 });
  });

  test("of edits that make several comments say the same: one of them appears so", async () => {
    const service = await openService({ checks });
    const reader = await openReader(service);
    const challenges = await solved(service, 3);
    service.clock.now += MINUTE;
    for (const [i, challenge] of challenges.entries())
      await reader.post({ text: `Text ${i}`, challenge });
    const ids = (await service.thread()).comments.map(({ id }) => id);
    const text = "Diese Worte stehen hier schon einmal.";
    await atOnce((i) => reader.edit(ids[i] ?? "", text), 3);
    const shown = (await service.thread()).comments.filter((each) => each.text === text);
    expect(shown).toHaveLength(1);
  });

  test("of reports", async () => {
    const service = await openService();
    await service.publish();
    const id = await first(service);
    const challenges = await solved(service, TIMES, "report");
    const report = (i: number) => {
      const body = { reason: "spam", message: `Grund ${i}`, challenge: challenges[i] };
      return service.send(`/comments/${id}/reports`, body, { peer });
    };
    expect(await atOnce(report)).toEqual({ 202: 10, 429: TIMES - 10 });
    expect(await service.store.reports([id])).toHaveLength(10);
  });

  test("for another letter: three are sent", async () => {
    const service = await openService();
    const challenge = await service.challenge();
    await service.post({ challenge });
    const again = () => service.send("/confirm/again", { challenge });
    expect(await atOnce(again)).toEqual({ 202: TIMES });
    expect(await service.letters()).toHaveLength(4);
  });

  test("of notices: ten are taken, and one form is one notice", async () => {
    const { service, id } = await withComment();
    const give = (i: number) =>
      sendForm(service, "/notices", { ...notice, comment: id, reason: `Grund ${i}` }, peer);
    expect(await atOnce(give)).toEqual({ 200: 10, 429: TIMES - 10 });
    const form = "f".repeat(32);
    const one = () => sendForm(service, "/notices", { ...notice, comment: id, form }, "192.0.2.1");
    expect(await atOnce(one)).toEqual({ 200: TIMES });
    expect(await service.store.notices(99)).toHaveLength(11);
  });

  test("of objections: one is kept", async () => {
    const { service, id } = await withComment();
    const notified = await decided(service, id, "removed");
    const token = objectionIn((await to(service, "petra@mail.example"))[0]?.text);
    const letters = (await service.letters()).length;
    const object = (i: number) =>
      sendForm(service, "/objections", { token, text: `Einspruch ${i}` });
    expect(await atOnce(object)).toEqual({ 200: TIMES });
    expect((await service.store.notice(notified))?.objections).toHaveLength(1);
    expect(await service.letters()).toHaveLength(letters + 1);
  });

  test("of ends to notifications: it is ended once", async () => {
    const service = await openService();
    await service.publish({ notify: "thread" });
    await service.publish({ email: "jens@mail.example" });
    const letter = (await service.letters()).find(({ unsubscribe }) => unsubscribe);
    const { pathname, search } = new URL(letter?.unsubscribe ?? "");
    expect(await atOnce(() => sendForm(service, pathname + search, {}))).toEqual({ 200: TIMES });
    expect(await service.store.subscriptions(comment.email)).toEqual([]);
  });

  test("of guesses at a code: five are made", async () => {
    const service = await openService();
    const asked = await service.send("/sessions", { email: comment.email });
    const { attempt } = (await asked.json()) as SessionAsked;
    const code = codeIn((await service.letters())[0]);
    const guess = (i: number) =>
      service.send("/sessions/verify", { attempt, code: i < 5 ? "99999999" : code });
    expect(await atOnce(guess)).toEqual({ 422: TIMES });
  });

  test("of a right code: it opens one session", async () => {
    const service = await openService();
    const asked = await service.send("/sessions", { email: comment.email });
    const { attempt } = (await asked.json()) as SessionAsked;
    const code = codeIn((await service.letters())[0]);
    expect(await atOnce(() => service.send("/sessions/verify", { attempt, code }))).toEqual({
      201: 1,
      422: TIMES - 1,
    });
  });
});
