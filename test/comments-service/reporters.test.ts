import { describe, expect, test } from "vitest";
import { signIn, write } from "./http/desk/moderator.ts";
import { moderate } from "./moderate.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Reports a comment from each of these addresses, one after the other. @returns what the comment is then. */
async function report(service: TestService, id: string, ...peers: string[]): Promise<unknown> {
  for (const peer of peers) {
    const challenge = await service.challenge({ action: "report" });
    const body = { reason: "spam", message: `Von ${peer}`, challenge };
    const answer = await service.send(`/comments/${id}/reports`, body, { peer });
    expect(answer.status).toBe(202);
  }
  return (await service.store.comment(id))?.state;
}

describe("several reporters of one network are one", () => {
  test.each([
    ["three /56 of one /48", ["2001:db8:1::7", "2001:db8:1:100::7", "2001:db8:1:ff00::7"]],
    ["three /64 of one /48", ["2001:db8:1::7", "2001:db8:1:1::7", "2001:db8:1:2::7"]],
    ["machines of one /24", ["192.0.2.1", "192.0.2.77", "192.0.2.254"]],
    [
      "the same in both spellings",
      ["192.0.2.1", "::ffff:192.0.2.2", "::ffff:c000:203", "192.0.2.4"],
    ],
    ["two networks, however many machines", ["192.0.2.1", "192.0.2.2", "192.0.3.1", "192.0.3.2"]],
    ["whose address is not known", ["unknown", "nonsense", "unknown"]],
  ])("%s hide nothing", async (_, peers) => {
    const service = await openService();
    const id = await write(service);
    expect(await report(service, id, ...peers)).toBe("published");
    // Their words are kept and read all the same.
    expect(await service.store.reports([id])).toHaveLength(new Set(peers).size);
  });

  test.each([
    ["three /48", ["2001:db8:1::7", "2001:db8:2::7", "2001:db8:3::7"]],
    ["three /24", ["192.0.2.1", "192.0.3.1", "192.1.2.1"]],
    ["of both kinds", ["192.0.2.1", "2001:db8:1::7", "198.51.100.1"]],
  ])("%s are three", async (_, peers) => {
    const service = await openService();
    const id = await write(service);
    expect(await report(service, id, ...peers.slice(0, 2))).toBe("published");
    expect(await report(service, id, ...peers.slice(2))).toBe("hidden");
  });

  test("one network on three days, which cannot be told from others then, is no three", async () => {
    const service = await openService();
    const id = await write(service);
    for (let day = 0; day < 3; day += 1) {
      expect(await report(service, id, "192.0.2.1")).toBe("published");
      service.clock.now += DAY;
    }
  });
});

describe("reports alone hide a few comments an hour", () => {
  const three = ["192.0.2.1", "198.51.100.1", "203.0.113.1"];

  async function reported(service: TestService, count: number): Promise<string[]> {
    const ids = [];
    for (let i = 0; i < count; i += 1) {
      const words = { text: `Nummer ${i}`, email: `wer${i}@mail.example` };
      ids.push(await write(service, words));
    }
    for (const id of ids) await report(service, id, ...three);
    return ids;
  }
  const states = async (service: TestService, ids: string[]) =>
    Promise.all(ids.map(async (id) => (await service.store.comment(id))?.state));
  const unlimited = { report: { sender: [], thread: [], site: [] } };

  test("in the whole magazine; what is beyond waits at the desk, which says so", async () => {
    const service = await openService({ limits: unlimited });
    const ids = await reported(service, 5);
    expect(await states(service, ids)).toEqual([
      "hidden",
      "hidden",
      "hidden",
      "published",
      "published",
    ]);
    expect((await service.store.waiting()).reported).toBe(5);
    const moderator = await signIn(service);
    const desk = await (await moderator.get("/desk/?queue=reported")).text();
    expect(desk.match(/nicht verborgen: Meldungen haben kurz zuvor/gu)).toHaveLength(2);
    // The record has it once, whoever else reports.
    await report(service, ids[4] ?? "", "233.252.0.1");
    expect(await service.store.record({ subject: ids[4] ?? "" }, 9)).toMatchObject([
      { who: "reports", act: "leave", was: "published", became: "published", why: "3" },
    ]);
  });

  test("an hour later they hide again, and what waits is hidden by the next report", async () => {
    const service = await openService({ limits: unlimited });
    const ids = await reported(service, 4);
    service.clock.now += 59 * MINUTE;
    expect(await report(service, ids[3] ?? "", "233.252.0.1")).toBe("published");
    service.clock.now += MINUTE;
    expect(await report(service, ids[3] ?? "", "198.18.0.1")).toBe("hidden");
  });

  test("the number is a setting, and what moderators hide does not count", async () => {
    const service = await openService({ limits: unlimited, env: { HIDES_PER_HOUR: "1" } });
    const first = await write(service, { text: "Zuerst" });
    await moderate(service.store, "hide", first, service.clock.now);
    expect(await states(service, await reported(service, 2))).toEqual(["hidden", "published"]);
  });

  test("many at once hide no more", async () => {
    const service = await openService({ limits: unlimited });
    const ids = [];
    for (let i = 0; i < 8; i += 1)
      ids.push(await write(service, { text: `Nummer ${i}`, email: `wer${i}@mail.example` }));
    for (const id of ids) await report(service, id, ...three.slice(1));
    await Promise.all(ids.map((id) => report(service, id, three[0] ?? "")));
    expect((await states(service, ids)).filter((state) => state === "hidden")).toHaveLength(3);
  });

  test("what was left and let stand by a moderator is marked no more", async () => {
    const service = await openService({ limits: unlimited, env: { HIDES_PER_HOUR: "1" } });
    const [, left = ""] = await reported(service, 2);
    service.clock.now += MINUTE;
    await moderate(service.store, "keep", left, service.clock.now);
    service.clock.now += MINUTE;
    await report(service, left, "233.252.0.1");
    const moderator = await signIn(service);
    const desk = await (await moderator.get("/desk/?queue=reported")).text();
    expect(desk).toContain("Nummer 1");
    expect(desk).not.toContain("nicht verborgen");
  });
});
