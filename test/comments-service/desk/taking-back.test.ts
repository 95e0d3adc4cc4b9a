import { expect, test } from "vitest";
import { openService } from "../service.ts";
import type { TestService } from "../service.ts";
import { queue, signIn, write } from "./moderator.ts";
import type { Moderator } from "./moderator.ts";

/** Reports a comment, as somebody of their own each time. */
async function report(service: TestService, id: string, ...peers: string[]): Promise<void> {
  for (const peer of peers) {
    const challenge = await service.challenge({ action: "report" });
    const body = { reason: "insult", message: `Von ${peer}.`, challenge };
    expect((await service.send(`/comments/${id}/reports`, body, { peer })).status).toBe(202);
  }
}

/** Does an act at the desk a second later. @returns the page after it, and how to take it back. */
async function act({ clock }: TestService, moderator: Moderator, one: string) {
  clock.now += 1000;
  const page = await moderator.page("/desk/acts", [
    ["one", one],
    ["back", "/desk/"],
  ]);
  const batch = /name="batch" value="([^"]+)"/u.exec(page)?.[1] ?? "";
  const undo = () =>
    moderator.page("/desk/undo", [
      ["batch", batch],
      ["back", "/desk/"],
    ]);
  return { page, undo };
}

const reported = async (service: TestService) =>
  (await queue(service, "reported")).map(({ reports }) => reports);

test.each(["hide", "keep"])(
  "what is taken back waits with the reports that it had settled, and with no others (%s)",
  async (how) => {
    const service = await openService();
    const id = await write(service);
    const moderator = await signIn(service);
    await report(service, id, "192.0.2.1");
    await act(service, moderator, `keep ${id}`);
    await report(service, id, "192.0.2.2", "192.0.2.3");
    const { page, undo } = await act(service, moderator, `${how} ${id} insult`);
    expect(await reported(service)).toEqual([]);
    expect(page).toContain('data-act="undo">');
    expect(await undo()).toContain("Rückgängig gemacht.");
    expect((await service.thread()).count).toBe(1);
    expect(await reported(service)).toEqual([2]);
    const details = await (await moderator.get(`/desk/comments/${id}`)).text();
    expect(details).toContain("Von 192.0.2.2.");
    expect(details).not.toContain("Von 192.0.2.1.");
    // What is decided anew settles them anew.
    await act(service, moderator, `keep ${id}`);
    expect(await reported(service)).toEqual([]);
  },
);

test("what was not let stand after all is hidden again by reports alone", async () => {
  const service = await openService({ env: { REPORTS_TO_HIDE: "2" } });
  const id = await write(service);
  const moderator = await signIn(service);
  await report(service, id, "192.0.2.1");
  const { undo } = await act(service, moderator, `keep ${id}`);
  await undo();
  await report(service, id, "192.0.2.2");
  expect((await service.thread()).comments).toMatchObject([{ state: "hidden" }]);
  expect(await reported(service)).toEqual([2]);
});
