import { expect, test } from "vitest";
import { report } from "../../../comments-service/acts/report.ts";
import { DAY } from "../../../comments-service/domain/times.ts";
import { moderate } from "../moderate.ts";
import { openService } from "../service.ts";
import type { TestService } from "../service.ts";

/** A published comment, and how to report one from an address. */
async function opened(options: Parameters<typeof openService>[0] = {}) {
  const service = await openService(options);
  await service.publish();
  const [{ id } = { id: "" }] = (await service.thread()).comments;
  return { service, id, send: (comment: string, peer: string) => send(service, comment, peer) };
}

async function send(service: TestService, comment: string, peer: string) {
  const challenge = await service.challenge({ action: "report" });
  const senders = await service.service.senders(peer);
  return report(service.service, { comment, input: { reason: "insult", challenge }, senders });
}

test("only what can be read is reported", async () => {
  const { service, id, send } = await opened();
  expect(await send(id, "192.0.2.1")).toEqual({ state: "received" });
  expect(await service.store.reports([id])).toHaveLength(1);
  await moderate(service.store, "hide", id);
  for (const each of [id, "x", "0".repeat(32)])
    expect(await send(each, "198.51.100.1")).toEqual({ refused: "missing", what: "comment" });
});

test("each sender has a share of reports, which is none of the others'", async () => {
  const limits = { report: { sender: [{ per: DAY, most: 1 }], thread: [], site: [] } };
  const { service, id, send } = await opened({ limits });
  const seconds = (DAY - (service.clock.now % DAY)) / 1000;
  expect(await send(id, "192.0.2.1")).toEqual({ state: "received" });
  expect(await send(id, "192.0.2.1")).toEqual({ refused: "busy", seconds });
  expect(await send(id, "198.51.100.1")).toEqual({ state: "received" });
  expect(await service.store.reports([id])).toHaveLength(2);
});
