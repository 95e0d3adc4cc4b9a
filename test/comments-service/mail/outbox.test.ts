import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pauseAfter } from "../../../comments-service/mail/outbox.ts";
import { createSmtpMail } from "../../../comments-service/mail/smtp.ts";
import { comment, openService, secret } from "../service.ts";
import type { TestService } from "../service.ts";
import { sendingBy } from "./sending-by.ts";
import { headersOf, openMailServer } from "./smtp-server.ts";

const HOUR = 3_600_000;
const from = "comments@magazine.example";

/** Sends what is due until nothing is. */
function sender(service: TestService, url: string, key = secret) {
  const withKey = { ...service.service, secrets: [key] };
  return sendingBy({ ...service, service: withKey }, createSmtpMail(url, from)).send;
}

describe("a letter", () => {
  test("arrives once, from us, to one recipient, saying that a machine wrote it", async () => {
    const service = await openService();
    const server = await openMailServer();
    await service.post({ name: "Jürgen\r\nBcc: all@mail.example", text: "Grüße\n.\nEnde" });
    const send = sender(service, server.url);
    expect([await send(), await send()]).toEqual([1, 0]);
    expect(server.received).toMatchObject([{ from, to: [comment.email] }]);
    const headers = headersOf(server.received[0]?.raw ?? "");
    expect(headers.map(([name]) => name).toSorted()).toEqual([
      "Auto-Submitted",
      "Content-Transfer-Encoding",
      "Content-Type",
      "Date",
      "From",
      "MIME-Version",
      "Message-ID",
      "Subject",
      "To",
    ]);
    const values = Object.fromEntries(headers);
    expect(values).toMatchObject({
      "Auto-Submitted": "auto-generated",
      From: from,
      To: comment.email,
      "Message-ID": expect.stringMatching(/^<[0-9a-f]{32}@magazine\.example>$/u),
      Date: new Date(service.clock.now).toUTCString().replace("GMT", "+0000"),
      "Content-Type": "text/plain; charset=utf-8",
    });
    expect(JSON.stringify(headers)).not.toMatch(/rgen|Bcc|all@mail/u);
  });

  test("about a new comment can be stopped at one click of the mail program (RFC 2369, RFC 8058)", async () => {
    const service = await openService();
    const server = await openMailServer();
    await service.publish({ notify: "thread" });
    await service.publish({ email: "jens@mail.example" });
    await sender(service, server.url)();
    const all = server.received.map(({ raw }) => Object.fromEntries(headersOf(raw)));
    const stoppable = all.filter((headers) => "List-Unsubscribe" in headers);
    expect(stoppable).toMatchObject([
      {
        To: comment.email,
        "List-Unsubscribe": expect.stringMatching(
          /^<https:\/\/comments\.example\/unsubscribe\?subscription=[0-9a-f]{32}&token=[0-9a-f]{64}>$/u,
        ),
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
    ]);
    expect(all).toHaveLength(3);
  });

  test("has one link, whatever the reader wrote", async () => {
    const service = await openService();
    await service.post({
      name: "www.evil.example",
      text: "https://evil.example HTTP://evil.example www.evil.example ftp://evil.example",
    });
    const [letter] = await service.letters();
    expect(letter?.text.match(/\w+:\/\/\S+|www\.\S+/gu)).toEqual([
      expect.stringMatching(/^https:\/\/comments\.example\/confirm\?token=/u),
    ]);
  });

  test("tells time in the magazine's zone and speaks its language", async () => {
    const service = await openService();
    await service.post({ text: "Erste Zeile\n\nZweite" });
    const [letter] = await service.letters();
    expect(letter?.text).toBe(`Guten Tag,

mit Ihrer E-Mail-Adresse wurde in „Die Spalte“ ein Kommentar zu „Über flur“ geschrieben:

> Erste Zeile
>
> Zweite
> – Petra

Ist er von Ihnen? Dann bestätigen Sie ihn bitte über diesen Link. Damit willigen Sie ein, dass er mit dem angegebenen Namen unter dem Artikel erscheint; diese Einwilligung können Sie jederzeit widerrufen:

https://comments.example/confirm?token=${await service.token()}

Der Link gilt bis zum 25.10.2090, 06:15 Uhr. Wenn Sie nichts geschrieben haben, brauchen Sie nichts zu tun: Der Kommentar erscheint nicht und wird samt Ihrer Adresse nach drei Tagen gelöscht.

Heben Sie diese E-Mail auf: Mit demselben Link können Sie den Kommentar eine Viertelstunde lang ändern, solange niemand geantwortet hat, und dreißig Tage lang löschen.

Freundliche Grüße
Redaktion „Die Spalte“
`);
  });

  test("waits closed: the store holds neither its address nor its token", async () => {
    const service = await openService();
    await service.post();
    const token = await service.token();
    const [row] = await service.store.letters(1);
    expect(row?.sealed).toMatch(/^2\.[\w-]+$/u);
    const bytes = Buffer.from(row?.sealed.slice(2) ?? "", "base64url");
    expect(bytes.length).toBeGreaterThan(300);
    expect(bytes.includes(comment.email)).toBe(false);
    expect(bytes.includes(token)).toBe(false);
    await service.store.close();
    expect(readFileSync(service.databasePath, "latin1")).not.toContain(token);
  });
});

describe("a mail server that is away", () => {
  test("loses nothing: the letter waits and is tried again with growing pauses", async () => {
    const service = await openService();
    const server = await openMailServer();
    await server.close();
    await service.post();
    const send = sender(service, server.url);
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    service.clock.now += pauseAfter(1);
    expect(await send()).toBe(1);
    service.clock.now += pauseAfter(1);
    expect(await send()).toBe(0);
    const back = await openMailServer(server.port);
    service.clock.now += pauseAfter(2) - pauseAfter(1);
    expect(await send()).toBe(1);
    expect(back.received).toHaveLength(1);
    expect(service.log).toEqual([
      'the mail server refuses letters reason=ESOCKET advice="they wait, and each is tried for three days"',
      "the mail server takes letters again",
    ]);
  });

  test("is not waited for without end: after three days the letter is given up, and the log says so", async () => {
    const service = await openService();
    const server = await openMailServer();
    await server.close();
    const [{ id } = { id: "" }] = await reported(service);
    const send = sender(service, server.url);
    let attempts = 0;
    for (let hours = 0; hours < 24 * 6; hours += 1) {
      attempts += await send();
      service.clock.now += HOUR;
    }
    expect(attempts).toBeGreaterThan(20);
    expect(attempts).toBeLessThan(60);
    expect(service.log.at(-1)).toMatch(
      new RegExp(`^a letter is given up letter=${id} reason=\\S+ attempt=\\d+$`, "u"),
    );
  });

  test("makes a link wait no longer than it works", async () => {
    const service = await openService();
    const server = await openMailServer();
    await service.post();
    service.clock.now += 48 * HOUR;
    await sender(service, server.url)();
    expect(server.received).toEqual([]);
    expect(service.log.at(-1)).toMatch(
      /^a letter is given up letter=\w+ reason="expired while it waited" attempt=1$/u,
    );
  });

  test.each([
    [451, "tried again"],
    [550, "given up"],
  ])("or that answers %i: the letter is %s", async (code, outcome) => {
    const service = await openService();
    const server = await openMailServer();
    server.refuseWith = code;
    await service.post();
    await sender(service, server.url)();
    expect(service.log.at(-1)).toMatch(
      new RegExp(
        `^a letter is ${outcome} letter=\\w+ reason="the mail server: ${code} at RCPT TO" attempt=1$`,
        "u",
      ),
    );
    expect(service.log.join("")).not.toContain("mail.example");
  });
});

test("two processes do not send the same letter", async () => {
  const service = await openService();
  const server = await openMailServer();
  for (let i = 0; i < 12; i += 1)
    await service.post({ email: `r${i}@mail.example` }, { peer: `192.0.2.${i}` });
  await Promise.all([sender(service, server.url)(), sender(service, server.url)()]);
  expect(server.received).toHaveLength(12);
  expect(new Set(server.received.map(({ to }) => to[0])).size).toBe(12);
});

test("a letter whose sender was killed is sent by another after a while, under the same Message-ID", async () => {
  const service = await openService();
  const server = await openMailServer();
  await service.post();
  await service.store.claimLetters(10, service.clock.now, service.clock.now + 5 * 60_000);
  const send = sender(service, server.url);
  expect(await send()).toBe(0);
  service.clock.now += 5 * 60_000;
  expect(await send()).toBe(1);
  expect(server.received).toHaveLength(1);
});

test("a letter that was closed with another secret is given up visibly", async () => {
  const service = await openService();
  const server = await openMailServer();
  await service.post();
  await sender(service, server.url, "another secret of the tests, as long")();
  expect(server.received).toEqual([]);
  expect(service.log.at(-1)).toMatch(
    /^a letter is given up letter=\w+ reason="closed with another SECRET" attempt=1$/u,
  );
});

/** A published comment with a report, whose letter to the desk is the only one that waits. */
async function reported(service: TestService) {
  await service.publish();
  const now = service.clock.now;
  for (const { id } of await service.store.letters(10)) await service.store.letterSent(id, now);
  const [first] = (await service.thread()).comments;
  const challenge = await service.challenge({ action: "report" });
  await service.send(`/comments/${first?.id}/reports`, { reason: "spam", challenge });
  return (await service.store.letters(10)).filter(({ sealed }) => sealed !== "");
}
