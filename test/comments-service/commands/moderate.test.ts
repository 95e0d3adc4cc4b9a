import { expect, test } from "vitest";
import { act as actFromShell } from "../../../comments-service/commands/moderate.ts";
import { openHolding, signIn, write } from "../http/desk/moderator.ts";
import { openService } from "../service.ts";
import type { TestService } from "../service.ts";
import type { Act } from "../../../comments-service/commands/moderate.ts";

const MINUTE = 60_000;

/** What whoever sits at the shell does a second later. */
function act({ settings, clock }: TestService, name: Act, id: string) {
  clock.now += 1000;
  return actFromShell(settings, name, id, () => clock.now);
}

/** The letters to readers that a publication sends, without those that ask to confirm or hold codes. */
const told = async (service: TestService) =>
  (await service.letters())
    .filter(({ to, text }) => to !== "desk@magazine.example" && !/confirm\?token|Code/u.test(text))
    .map(({ to, subject }) => `${to}: ${subject}`)
    .toSorted();

/** A thread in which somebody wants to be told, and a comment that is held. */
async function held(): Promise<{ service: TestService; id: string }> {
  const service = await openHolding();
  const first = await write(service, { email: "ida@mail.example", notify: "thread" });
  const desk = await signIn(service);
  await desk.send("/desk/acts", [["one", `publish ${first}`]]);
  const id = await write(service, { email: "petra@mail.example", text: "Ein zweites Wort." });
  return { service, id };
}

/** What happens to the letters, the record, the thread and its numbers when a comment is published. */
async function published(how: (service: TestService, id: string) => Promise<unknown>) {
  const { service, id } = await held();
  const before = new Set(await told(service));
  await how(service, id);
  const [entry] = await service.store.record({ subject: id }, 1);
  const { count, comments } = await service.thread();
  const numbers = comments.map(({ number, state }) => [number, state]);
  const letters = (await told(service)).filter((letter) => !before.has(letter));
  return { letters, count, numbers, entry: [entry?.act, entry?.was, entry?.became, entry?.why] };
}

test("publishing from the shell sends the letters that the desk sends", async () => {
  const shell = await published((service, id) => act(service, "publish", id));
  const desk = await published(async (service, id) =>
    (await signIn(service)).send("/desk/acts", [["one", `publish ${id}`]]),
  );
  expect(shell).toEqual(desk);
  expect(shell.letters).toHaveLength(2);
  expect(shell.letters.map((letter) => letter.split(":")[0])).toEqual([
    "ida@mail.example",
    "petra@mail.example",
  ]);
});

test("its letters can be opened by the service, wait like the desk's, and tell nobody twice", async () => {
  const { service, id } = await held();
  await act(service, "publish", id);
  const count = (await told(service)).length;
  await act(service, "hide", id);
  await act(service, "publish", id);
  expect(await told(service)).toHaveLength(count);
  const { now } = service.clock;
  // The letter with the link to confirm it is about the comment, too.
  const subjects = async (at: number) =>
    (await service.store.claimLetters(99, at, at)).filter(
      ({ subject, expires }) => subject === id && expires === null,
    );
  expect(await subjects(now)).toEqual([]);
  expect(await subjects(now + 3 * MINUTE)).toHaveLength(2);
});

test("what is hidden stays hidden when it is hidden again, and the record names who sat at the shell", async () => {
  const service = await openService();
  const id = await write(service);
  expect(await act(service, "hide", id)).toMatchObject({ done: true });
  expect(await act(service, "hide", id)).toMatchObject({
    done: false,
    line: expect.stringContaining("is hidden: there is nothing to hide"),
  });
  expect(await service.store.comment(id)).toMatchObject({ state: "hidden" });
  const record = await service.store.record({ subject: id }, 9);
  expect(record.map((entry) => [entry.act, entry.who.replace(/\(.+\)/u, "()")])).toEqual([
    ["hide", "shell ()"],
  ]);
});

test("erasing takes the words, and the letters about them that wait", async () => {
  const { service, id } = await held();
  const letters = async () => (await service.letters()).map(({ text }) => text).join("\n");
  await act(service, "publish", id);
  expect(await letters()).toContain("Ein zweites Wort.");
  await act(service, "erase", id);
  expect(await service.store.comment(id)).toMatchObject({ state: "erased", text: "", email: "" });
  expect(await letters()).not.toContain("Ein zweites Wort.");
});

test.each(["publish", "hide", "erase"] as const)(
  "%s of what is not there does nothing",
  async (name) => {
    const service = await openService();
    expect(await act(service, name, "nobody")).toEqual({
      done: false,
      line: "there is no comment nobody",
    });
    const id = await write(service);
    await act(service, "erase", id);
    expect(await act(service, name, id)).toMatchObject({ done: false });
  },
);
