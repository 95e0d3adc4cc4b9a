import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { opener } from "../../comments-service/acts/tell-desk.ts";
import { sendDueLetters } from "../../comments-service/mail/outbox.ts";
import { forget } from "../../comments-service/acts/account.ts";
import { askAt, doors, networkOf, sendForm } from "./asking.ts";
import { rowsOf } from "./rows.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";

const addresses = {
  unknown: "neu@mail.example",
  commenter: "ida@mail.example",
  told: "uwe@mail.example",
  blocked: "eve@mail.example",
  forgotten: "max@mail.example",
  served: "ben@mail.example",
  author: "autor@mail.example",
  moderator: "desk@mail.example",
};

/** Each way to hand the service an address, from a network of its own. */
const ways: Record<
  string,
  (service: TestService, email: string, peer: string) => Promise<Response>
> = {
  ...Object.fromEntries(
    doors.map((door) => [
      door,
      (service: TestService, email: string, peer: string) => askAt(service, door, email, peer),
    ]),
  ),
  "a comment": (service, email, peer) => service.post({ email }, { peer }),
  "a comment with a wish": (service, email, peer) =>
    service.post({ email, notify: "thread" }, { peer }),
  "a report": async (service, email, peer) => {
    const challenge = await service.challenge({ action: "report" });
    const body = { reason: "spam", email, challenge };
    return service.send(`/comments/${await first(service)}/reports`, body, { peer });
  },
  "a notice": async (service, email, peer) => {
    const fields = { name: "N", email, reason: "Strafbar.", faith: "yes" };
    return sendForm(service, "/notices", { comment: await first(service), ...fields }, peer);
  },
};

async function first(service: TestService): Promise<string> {
  return (await service.thread("flur", "?order=oldest")).comments[0]?.id ?? "";
}

async function openKnowing(): Promise<TestService> {
  const env = { MODERATORS: addresses.moderator, AUTHORS: addresses.author, REPORTS_TO_HIDE: "99" };
  const service = await openService({ env });
  const { commenter, told, forgotten, blocked, served } = addresses;
  for (const email of [commenter, told, forgotten])
    await service.publish({ email, notify: email === told ? "thread" : undefined });
  await forget(service.service, forgotten, "erase");
  const block = { id: "b", batch: "b", by: "x", why: "", act: "block", value: blocked } as const;
  await service.store.block(block, service.clock.now);
  for (let i = 0; i < 30; i += 1) {
    for (const door of doors) await askAt(service, door, served, networkOf(i));
    await service.post({ email: served }, { peer: networkOf(i) });
  }
  return service;
}

/** Notes each row that is written from now on, by its table. */
function notingRows({ databasePath }: TestService): () => string[] {
  const raw = new DatabaseSync(databasePath);
  onTestFinished(() => raw.close());
  const tables = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  raw.exec("CREATE TABLE written (name TEXT)");
  for (const { name } of tables)
    for (const what of ["INSERT", "UPDATE", "DELETE"])
      raw.exec(`CREATE TRIGGER "${what} ${String(name)}" AFTER ${what} ON "${String(name)}"
        BEGIN INSERT INTO written VALUES ('${String(name)}'); END`);
  return () => {
    const written = raw.prepare("SELECT name FROM written ORDER BY rowid").all();
    raw.exec("DELETE FROM written");
    return written.map(({ name }) => String(name));
  };
}

test.each(Object.keys(ways))(
  "%s is the same work and the same rows for every address",
  async (way) => {
    const service = await openKnowing();
    // The desk is called once, whoever it was.
    await ways[way]?.(service, "first@mail.example", networkOf(99));
    const written = notingRows(service);
    const done: Record<string, unknown> = {};
    for (const [index, [kind, email]] of Object.entries(addresses).entries()) {
      const before = service.acts.length;
      const answer = await ways[way]?.(service, email, networkOf(100 + index));
      const headers = [...(answer?.headers ?? [])].filter(([name]) => name !== "content-length");
      done[kind] = [answer?.status, headers, service.acts.slice(before), written()];
    }
    const { unknown, ...others } = done;
    const [status, , acts, rows] = unknown as [number, unknown, unknown[], string[]];
    expect([status < 300, acts.length > 0, rows.length > 0]).toEqual([true, true, true]);
    for (const other of Object.values(others)) expect(other).toEqual(unknown);
  },
);

test("what goes to nobody is emptied like what was sent, without a word in the log", async () => {
  const service = await openKnowing();
  const sent: string[] = [];
  const options = {
    store: service.store,
    mail: {
      send: async ({ to }: { to: string }) => {
        sent.push(to);
        return { state: "sent" } as const;
      },
      close: async () => {},
    },
    open: opener(service.service),
    clock: () => service.clock.now,
    log: service.service.log,
  };
  const send = async () => {
    while ((await sendDueLetters(options)) > 0);
  };
  await send();
  sent.length = 0;
  await askAt(service, "/desk/sign-in", addresses.unknown, networkOf(200));
  await askAt(service, "/desk/sign-in", addresses.moderator, networkOf(200));
  await askAt(service, "/mine", addresses.served, networkOf(200));
  const now = service.clock.now;
  await send();
  expect(sent).toEqual([addresses.moderator]);
  const rows = await rowsOf(service.database, "letter");
  const last = rows
    .slice(-3)
    .map((row) => Object.assign(row, { id: "", subject: "", expires_at: null }));
  expect(last[0]).toMatchObject({ sealed: "", sent_at: now, given_up_at: null, recipient: null });
  expect(last).toEqual([last[0], last[0], last[0]]);
  expect(service.log).toEqual([]);
});

test("a code that went to nobody opens nothing, and an answer to it tells nothing", async () => {
  const service = await openKnowing();
  for (const email of [addresses.unknown, addresses.served, addresses.moderator]) {
    const page = await (await askAt(service, "/desk/sign-in", email, networkOf(201))).text();
    const attempt = /name="attempt" value="([^"]+)"/u.exec(page)?.[1];
    if (attempt === undefined) throw new Error(`no attempt has begun: ${page}`);
    const wrong = await sendForm(service, "/desk/code", { attempt, code: "00000000" });
    expect([wrong.status, wrong.headers.get("Set-Cookie")]).toEqual([403, null]);
  }
});
