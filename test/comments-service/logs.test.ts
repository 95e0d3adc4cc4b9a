import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { jsonLog } from "../../comments-service/domain/log.ts";
import { repeat } from "../../comments-service/hosts/repeat.ts";
import { pauseAfter, sendDueLetters } from "../../comments-service/mail/outbox.ts";
import { createSmtpMail } from "../../comments-service/mail/smtp.ts";
import { send as sendForm } from "./giving-notice.ts";
import { own, signIn } from "./http/desk/moderator.ts";
import { sendingBy } from "./mail/sending-by.ts";
import { openTalkingServer } from "./mail/talking-server.ts";
import { openService, start } from "./service.ts";
import type { TestService } from "./service.ts";

const words = {
  name: "Petra Geheim",
  email: "petra.geheim@leser.example",
  text: "Unsagbar vertraulich.",
};
const notice = {
  reason: "Unerhört heimlich.",
  name: "Renate Recht",
  email: "renate@zeugin.example",
  faith: "yes",
};
const sender = {
  peer: "203.0.113.77",
  headers: { "User-Agent": "Tarnbrowser/7" },
};
const SECRETS =
  /petra|geheim|leser\.example|vertraulich|unerhört|heimlich|renate|zeugin|verraten|203\.0\.113|tarnbrowser|desk@|[0-9a-f]{64}/iu;

/** Its letters leave through a mail server that says what it is told to. */
async function mailing(service: TestService) {
  const server = await openTalkingServer();
  const { options, send } = sendingBy(
    service,
    createSmtpMail(server.url, "comments@magazine.example"),
  );
  return {
    async send(talk: typeof server.talk = {}) {
      server.talk = talk;
      service.clock.now += pauseAfter(1);
      await send();
    },
    /** As the host does it, once. */
    async loop() {
      const { promise, resolve } = Promise.withResolvers<void>();
      const stop = repeat("sending", options.log, () => sendDueLetters(options).finally(resolve));
      await promise;
      await stop();
    },
  };
}

test("the log of a comment's whole life, and of all that fails in it, holds nobody's address, name, IP address, token or words", async () => {
  const service = await openService();
  const mails = await mailing(service);
  const refusal = (code: string) => ({ RCPT: `${code} <${words.email}>: not for Petra Geheim` });
  await service.ask("/challenge?thread=flur", { headers: { Origin: "https://other.example" } });

  const first = await service.post({ ...words, text: "Auch vertraulich." }, sender);
  expect(first.status).toBe(202);
  await mails.send(refusal("451"));
  await mails.send(refusal("550 5.1.1"));
  await service.post(words, sender);
  const token = await service.token();
  await mails.send(refusal("554 5.7.1"));
  await mails.send();
  await service.confirm(token, { ...own, ...sender.headers });
  const [shown] = (await service.thread()).comments;
  const id = shown?.id ?? "";
  expect(shown?.text).toBe(words.text);

  const challenge = await service.challenge({ action: "report" });
  const report = { reason: "insult", message: notice.reason, email: notice.email, challenge };
  expect((await service.send(`/comments/${id}/reports`, report, sender)).status).toBe(202);
  expect((await sendForm(service, "/notices", { comment: id, ...notice })).status).toBe(200);
  const desk = await signIn(service);
  await desk.get("/desk/search?q=vertraulich");
  await mails.send(refusal("550 5.1.1"));

  service.site.broken = { status: 200, body: JSON.stringify({ editor: words.email }) };
  await service.service.magazine.refresh();
  service.site.broken = null;
  await service.service.magazine.refresh();

  // A database whose own message repeats what was written, and then none.
  const raw = new DatabaseSync(service.databasePath);
  raw.exec(
    `CREATE TRIGGER tells BEFORE INSERT ON comment BEGIN SELECT RAISE(ABORT, 'Geheim verraten'); END`,
  );
  raw.close();
  expect((await service.post(words, sender)).status).toBe(500);
  await service.store.close();
  const answers = [
    await service.ask(`/confirm?token=${token}`, sender, sender.peer),
    await service.confirm(token),
    await service.ask("/threads/flur", sender, sender.peer),
    await desk.get("/desk/search?q=vertraulich"),
  ];
  for (const { status } of answers) expect(status).toBeGreaterThanOrEqual(500);
  await mails.loop();

  const log = service.log.join("\n");
  expect(log).not.toMatch(SECRETS);
  const missing = [
    "a page may not write",
    "a letter is tried again",
    "a letter is given up",
    "the mail server refuses letters",
    "the mail server takes letters again",
    "the magazine's list cannot be read",
    "the magazine's list is read again",
    "an answer failed",
    "sending failed",
  ].filter((event) => !service.log.some((line) => line.startsWith(event)));
  expect(missing).toEqual([]);
});

test("an event is one line of JSON with its time and level, whatever stands in its fields", () => {
  const lines: string[] = [];
  const log = jsonLog(
    (line) => void lines.push(line),
    () => start,
  );
  log("sending failed", { level: "error", code: "A\nB\u2028", attempt: 2, at: undefined });
  log("a page may not write");
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      time: "2090-10-23T04:15:00.000Z",
      level: "error",
      event: "sending failed",
      code: "A\nB\u2028",
      attempt: 2,
    },
    { time: "2090-10-23T04:15:00.000Z", level: "warn", event: "a page may not write" },
  ]);
  expect(lines.join("")).not.toContain("\n");
});
