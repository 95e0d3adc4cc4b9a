import type { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { pauseAfter, sendDueLetters } from "../../../comments-service/mail/outbox.ts";
import { createSmtpMail } from "../../../comments-service/mail/smtp.ts";
import { sql } from "../../../comments-service/store/sql/statement.ts";
import { openService } from "../service.ts";
import type { TestService } from "../service.ts";
import { sendingBy } from "./sending-by.ts";
import { openTalkingServer } from "./talking-server.ts";
import type { TalkingServer } from "./talking-server.ts";

const HOUR = 3_600_000;

/** A service with letters to so many readers, and the mail server that takes them or not. */
async function waiting(letters: number, talk: TalkingServer["talk"] = {}, deadline = 10_000) {
  const [service, server] = [await openService(), await openTalkingServer(talk)];
  for (let i = 0; i < letters; i += 1)
    await service.post({ email: `r${i}@mail${i}.example` }, { peer: `192.0.2.${i}` });
  const mail = createSmtpMail(server.url, "comments@magazine.example", deadline);
  return { service, server, ...sendingBy(service, mail) };
}

/** What has become of the letters: a row stays of each. */
async function outcome({ store }: TestService): Promise<string> {
  const letters = await store.letters(100);
  const waiting = letters.filter(({ sealed }) => sealed !== "");
  return letters.length > 0 && waiting.length === letters.length ? "wait" : "are gone";
}

const said = (reason: string) =>
  `the mail server refuses letters reason=${JSON.stringify(reason)} advice="they wait, and each is tried for three days"`;

describe("letters wait when the mail server refuses everybody", () => {
  test.each<[talk: TalkingServer["talk"], reason: string]>([
    [{ greeting: "554 no service here" }, "554 at CONN"],
    [{ greeting: "521 mail.example does not accept mail" }, "521 at CONN"],
    [{ greeting: "421 4.3.2 closing" }, "421 4.3.2 at CONN"],
    [{ EHLO: "502 what?", HELO: "503 bad sequence" }, "503 at HELO"],
    [{ EHLO: "550 5.7.1 who are you", HELO: "550 5.7.1 go away" }, "550 5.7.1 at HELO"],
    [{ MAIL: "530 5.7.0 Must issue a STARTTLS command first" }, "530 5.7.0 at MAIL FROM"],
    [{ MAIL: "550 5.4.5 Daily user sending quota exceeded" }, "550 5.4.5 at MAIL FROM"],
    [{ MAIL: "554 5.7.1 Relay access denied" }, "554 5.7.1 at MAIL FROM"],
    [{ MAIL: "550 5.1.0 sender rejected" }, "550 5.1.0 at MAIL FROM"],
    [{ MAIL: "553 5.1.8 sender domain does not exist" }, "553 5.1.8 at MAIL FROM"],
    [{ MAIL: "550 sender not known" }, "550 at MAIL FROM"],
    [{ MAIL: "552 5.2.2 your quota" }, "552 5.2.2 at MAIL FROM"],
    [{ RCPT: "554 5.7.1 <r0@mail0.example>: Relay access denied" }, "554 5.7.1 at RCPT TO"],
    [{ RCPT: "550-5.7.1 listed\r\n550 5.7.1 at list.example" }, "550 5.7.1 at RCPT TO"],
    [{ RCPT: "554 5.7.1 Service unavailable; Client host blocked" }, "554 5.7.1 at RCPT TO"],
    [{ RCPT: "550 relaying denied" }, "550 at RCPT TO"],
    [{ RCPT: "554 Your IP is on our block list" }, "554 at RCPT TO"],
    [{ RCPT: "530 authentication required" }, "530 at RCPT TO"],
    [{ RCPT: "503 MAIL first" }, "503 at RCPT TO"],
    [{ RCPT: "550 5.1.8 bad sender's system address" }, "550 5.1.8 at RCPT TO"],
    [{ RCPT: "550 5.4.1 no way to there" }, "550 5.4.1 at RCPT TO"],
    [{ RCPT: "554 5.3.0 we are broken" }, "554 5.3.0 at RCPT TO"],
    [{ RCPT: "421 too many connections" }, "421 at RCPT TO"],
    [{ DATA: "554 5.5.1 no valid recipients" }, "554 5.5.1 at DATA"],
    [{ DATA: "550 no" }, "550 at DATA"],
    [{ end: "550 5.7.26 not authenticated by SPF" }, "550 5.7.26 at the end of DATA"],
    [{ end: "554 5.7.1 blocked" }, "554 5.7.1 at the end of DATA"],
    [{ end: "554 message blocked, see our policy" }, "554 at the end of DATA"],
  ])("as by %j, and it is said once", async (talk, reason) => {
    const { service, server, send } = await waiting(6, talk);
    await send();
    service.clock.now += pauseAfter(1);
    await send();
    expect([await outcome(service), service.log]).toEqual(["wait", [said(reason)]]);
    server.talk = {};
    service.clock.now += pauseAfter(2);
    await send();
    expect(server.taken).toBe(6);
    expect(service.log).toEqual([said(reason), "the mail server takes letters again"]);
  });
});

describe("a letter is given up at once when it is refused for what it is or whom it is to", () => {
  test.each<[talk: TalkingServer["talk"], reason: string]>([
    [{ RCPT: "550 5.1.1 no such user" }, "550 5.1.1 at RCPT TO"],
    [
      { RCPT: "550-5.1.1 The account does not exist.\r\n550 5.1.1 Try https://x.example" },
      "550 5.1.1 at RCPT TO",
    ],
    [{ RCPT: "550 5.1.10 null MX" }, "550 5.1.10 at RCPT TO"],
    [{ RCPT: "550 5.2.1 mailbox disabled" }, "550 5.2.1 at RCPT TO"],
    [{ RCPT: "550 5.7.17 the mailbox has a new owner" }, "550 5.7.17 at RCPT TO"],
    [{ RCPT: "550 No such user here" }, "550 at RCPT TO"],
    [{ RCPT: "550 <r0@policy-block.example>: unknown user" }, "550 at RCPT TO"],
    [{ RCPT: "550 5.0.0 unknown" }, "550 5.0.0 at RCPT TO"],
    [{ RCPT: "553 mailbox name is none" }, "553 at RCPT TO"],
    [{ end: "554 5.6.0 cannot read it" }, "554 5.6.0 at the end of DATA"],
    [{ end: "552 5.3.4 too big" }, "552 5.3.4 at the end of DATA"],
    [{ end: "550 5.1.1 no such user after all" }, "550 5.1.1 at the end of DATA"],
    [{ end: "554 message rejected" }, "554 at the end of DATA"],
    [{ MAIL: "552 5.3.4 message size exceeds the maximum" }, "552 5.3.4 at MAIL FROM"],
  ])("as by %j", async (talk, reason) => {
    const { service, send } = await waiting(1, talk);
    await send();
    expect([await outcome(service), service.log]).toEqual([
      "are gone",
      [
        expect.stringMatching(
          new RegExp(
            `^a letter is given up letter=[0-9a-f]+ reason="the mail server: ${reason}" attempt=1$`,
            "u",
          ),
        ),
      ],
    ]);
  });
});

test("a server that refuses some and takes others does not fill the log", async () => {
  const { service, server, send } = await waiting(8);
  for (let i = 0; i < 8; i += 1) {
    server.talk = i % 2 === 0 ? { RCPT: "550 5.7.1 not you" } : {};
    await send();
    service.clock.now += pauseAfter(1);
    await service.post({ email: `s${i}@mail.example` }, { peer: `198.51.100.${i}` });
  }
  expect(service.log.length).toBeLessThan(5);
});

test("a letter that had to wait for its turn for days is tried for three days nevertheless", async () => {
  const { service, server, send } = await waiting(1, { greeting: "554 not now" });
  const [letter] = await service.store.letters(1);
  await service.store.letterFailed(
    letter?.id ?? "",
    service.clock.now + 100 * HOUR,
    service.clock.now,
  );
  // Its link works for two days only; here it works for longer.
  const database = service.database;
  await database.atomic(
    [],
    sql`UPDATE letter SET expires_at = ${service.clock.now + 1000 * HOUR} RETURNING id`,
  );
  service.clock.now += 100 * HOUR;
  await send();
  service.clock.now += HOUR;
  server.talk = {};
  await send();
  expect(server.taken).toBe(1);
});

/** Ways to hold a connection for ever while something is said all the time. */
const drips: [name: string, drip: (socket: Socket, every: (says: () => void) => void) => void][] = [
  ["a greeting without end", (socket, every) => every(() => socket.write("220-hello\r\n"))],
  [
    "an EHLO without end",
    (socket, every) => {
      socket.write("220 hello\r\n");
      every(() => socket.write("250-and\r\n"));
    },
  ],
  ["one letter at a time", (socket, every) => every(() => socket.write("2"))],
  ["nothing at all", () => {}],
];

test.each(drips)(
  "a server that says %s holds a letter no longer than its deadline",
  async (_, drip) => {
    const { service, server, send } = await waiting(3, {}, 300);
    server.meets = (socket) => {
      const timers: NodeJS.Timeout[] = [];
      socket.on("close", () => timers.forEach((timer) => clearInterval(timer)));
      drip(socket, (says) => void timers.push(setInterval(says, 20)));
    };
    await send();
    expect([await outcome(service), service.log]).toEqual(["wait", [said("it came to no end")]]);
  },
);

test("letters that drip do not stop the others", async () => {
  const { service, server, options } = await waiting(12);
  const { meets } = server;
  let met = 0;
  // The first seven never come to an end in this test.
  server.meets = (socket) => {
    met += 1;
    if (met > 7) meets(socket);
    else socket.write("220-hello\r\n");
  };
  for (let i = 0; i < 5; i += 1) await sendDueLetters({ ...options, patience: 50 });
  // The server has taken a letter a moment before it is noted down here as sent.
  const { underWay } = options.sending;
  while (server.taken < 5 || underWay.size > 7)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect([server.taken, underWay.size]).toEqual([5, 7]);
  expect(service.log).toEqual([]);
});
