import { describe, expect, test } from "vitest";
import { createHttpMail } from "../../../comments-service/mail/http.ts";
import { pauseAfter } from "../../../comments-service/mail/outbox.ts";
import { httpMail } from "../../../comments-service/settings/values.ts";
import { comment, openService } from "../service.ts";
import { openMailApi } from "./mail-api.ts";
import type { MailApi, Service } from "./mail-api.ts";
import { sendingBy } from "./sending-by.ts";

const from = "comments@magazine.example";
const services: Service[] = ["resend", "postmark"];

/** A service with a letter that waits, and the mail service that takes it or not. */
async function waiting(name: Service, deadline = 10_000) {
  const [service, api] = [await openService(), await openMailApi(name)];
  await service.post();
  const { send } = sendingBy(service, createHttpMail(serviceOf(api), from, deadline));
  const isWaiting = async () =>
    (await service.store.letters(10)).some(({ sealed }) => sealed !== "");
  return { service, api, send, isWaiting };
}

function serviceOf({ url }: Pick<MailApi, "url">) {
  const mail = httpMail(url);
  if (mail === null) throw new Error(`${url} names no mail service`);
  return mail;
}

const letterIn = (api: MailApi) => {
  const [taken] = api.taken;
  if (taken === undefined) throw new Error("no letter was taken");
  return taken;
};

describe("a letter goes out as the service's API wants it", () => {
  test("Resend's", async () => {
    const { api, send, isWaiting } = await waiting("resend");
    await send();
    const { body, headers } = letterIn(api);
    expect(body).toEqual({
      from,
      to: [comment.email],
      subject: expect.stringContaining("Kommentar"),
      text: expect.stringContaining("/confirm?token="),
      headers: { "Auto-Submitted": "auto-generated" },
    });
    expect(headers["idempotency-key"]).toMatch(/^[0-9a-f]{32}-[0-9a-f]{16}$/u);
    expect([api.taken.length, await isWaiting()]).toEqual([1, false]);
  });

  test("Postmark's, and nobody is followed", async () => {
    const { api, send, isWaiting } = await waiting("postmark");
    await send();
    expect(letterIn(api).body).toEqual({
      From: from,
      To: comment.email,
      Subject: expect.stringContaining("Kommentar"),
      TextBody: expect.stringContaining("/confirm?token="),
      TrackOpens: false,
      TrackLinks: "None",
      Headers: [
        { Name: "Auto-Submitted", Value: "auto-generated" },
        { Name: "Message-ID", Value: expect.stringMatching(/^<[0-9a-f]{32}@magazine\.example>$/u) },
        { Name: "X-PM-KeepID", Value: "true" },
      ],
    });
    expect([api.taken.length, await isWaiting()]).toEqual([1, false]);
  });

  test.each(services)("with the one click that ends notifications (%s)", async (name) => {
    const api = await openMailApi(name);
    const mail = createHttpMail(serviceOf(api), from);
    const letter = {
      id: "a",
      created: 0,
      to: "r@mail.example",
      subject: "S",
      text: "T",
      expires: 1,
    };
    expect(await mail.send({ ...letter, unsubscribe: "https://comments.example/u?x=1" })).toEqual({
      state: "sent",
    });
    const text = JSON.stringify(letterIn(api).body);
    expect(text).toContain("<https://comments.example/u?x=1>");
    expect(text).toContain("List-Unsubscribe=One-Click");
  });
});

test("what was taken by Resend and asked again, because its answer was lost, goes out once", async () => {
  const api = await openMailApi("resend");
  const mail = createHttpMail(serviceOf(api), from);
  const letter = { id: "a", created: 0, to: "r@mail.example", subject: "S", text: "T", expires: 1 };
  await mail.send(letter);
  await mail.send(letter);
  expect(api.taken.length).toBe(1);
  // Printed anew, it is another request.
  await mail.send({ ...letter, text: "T2" });
  expect(api.taken.length).toBe(2);
});

const refusedByResend = (name: string, message = "") => ({ name, message });
const refusedByPostmark = (ErrorCode: number, Message = "") => ({ ErrorCode, Message });

describe("letters wait when the service refuses all of them, and it is said once", () => {
  test.each<[name: Service, status: number, answer: object | string, reason: string]>([
    ["resend", 401, refusedByResend("missing_api_key"), "401 missing_api_key"],
    ["resend", 403, refusedByResend("invalid_api_key"), "403 invalid_api_key"],
    [
      "resend",
      403,
      refusedByResend("validation_error", "The magazine.example domain is not verified."),
      "403 validation_error",
    ],
    [
      "resend",
      403,
      refusedByResend("validation_error", "You can only send testing emails to your own address."),
      "403 validation_error",
    ],
    [
      "resend",
      422,
      refusedByResend("validation_error", "Invalid `from` field."),
      "422 validation_error",
    ],
    ["resend", 422, refusedByResend("invalid_from_address"), "422 invalid_from_address"],
    ["resend", 429, refusedByResend("daily_quota_exceeded"), "429 daily_quota_exceeded"],
    ["resend", 429, refusedByResend("rate_limit_exceeded"), "429 rate_limit_exceeded"],
    ["resend", 451, refusedByResend("security_error"), "451 security_error"],
    ["resend", 500, refusedByResend("internal_server_error"), "500 internal_server_error"],
    ["resend", 502, "<html>Bad gateway", "502"],
    ["resend", 403, refusedByResend("No <a@b.example>, not you"), "403"],
    ["resend", 404, [], "404"],
    ["postmark", 401, refusedByPostmark(10, "Bad or missing token"), "401 10"],
    ["postmark", 422, refusedByPostmark(300, "Invalid 'From' address: 'x'."), "422 300"],
    ["postmark", 422, refusedByPostmark(400, "Sender signature not found"), "422 400"],
    ["postmark", 422, refusedByPostmark(405, "Out of credits"), "422 405"],
    ["postmark", 422, refusedByPostmark(412, "Pending approval"), "422 412"],
    ["postmark", 429, refusedByPostmark(429, "Too many requests"), "429 429"],
    ["postmark", 500, "null", "500"],
    ["postmark", 503, "", "503"],
  ])("%s %i %j", async (name, status, answer, reason) => {
    const { service, api, send, isWaiting } = await waiting(name);
    api.says = { status, answer };
    await send();
    service.clock.now += pauseAfter(1);
    await send();
    const said = `the mail server refuses letters reason="the mail service: ${reason}" advice="they wait, and each is tried for three days"`;
    expect([await isWaiting(), service.log]).toEqual([true, [said]]);
    api.says = undefined;
    service.clock.now += pauseAfter(2);
    await send();
    expect([api.taken.length, await isWaiting()]).toEqual([1, false]);
    expect(service.log).toEqual([said, "the mail server takes letters again"]);
  });
});

describe("a letter is given up at once when it is refused for what it is or whom it is to", () => {
  test.each<[name: Service, status: number, answer: object | string, reason: string]>([
    [
      "resend",
      422,
      refusedByResend("validation_error", "Invalid `to` field. The email address needs to follow"),
      "422 validation_error",
    ],
    ["resend", 413, "", "413"],
    ["postmark", 422, refusedByPostmark(406, "You tried to send to inactive"), "422 406"],
    ["postmark", 422, refusedByPostmark(300, "Invalid 'To' address: 'x'."), "422 300"],
    ["postmark", 422, refusedByPostmark(300, "Error parsing 'To': Illegal email"), "422 300"],
    ["postmark", 413, "too large", "413"],
  ])("%s %i %j", async (name, status, answer, reason) => {
    const { service, api, send, isWaiting } = await waiting(name);
    api.says = { status, answer };
    await send();
    expect(await isWaiting()).toBe(false);
    expect(service.log).toEqual([
      expect.stringMatching(
        new RegExp(
          `^a letter is given up letter=[0-9a-f]+ reason="the mail service: ${reason}" attempt=1$`,
          "u",
        ),
      ),
    ]);
  });
});

test("a letter that another process sends at this moment waits by itself", async () => {
  const { service, api, send, isWaiting } = await waiting("resend");
  api.says = { status: 409, answer: refusedByResend("concurrent_idempotent_requests") };
  await send();
  expect(await isWaiting()).toBe(true);
  expect(service.log).toEqual([expect.stringMatching(/^a letter is tried again .* attempt=1$/u)]);
});

describe("letters wait when the service cannot be reached", () => {
  const said = (reason: string) => [
    `the mail server refuses letters reason="${reason}" advice="they wait, and each is tried for three days"`,
  ];

  test.each(services)("or never answers (%s)", async (name) => {
    const { service, api, send, isWaiting } = await waiting(name, 200);
    api.says = null;
    await send();
    expect([await isWaiting(), service.log]).toEqual([true, said("it came to no end")]);
  });

  test("or nothing listens", async () => {
    const mail = createHttpMail(serviceOf({ url: "resend://k@127.0.0.1:1" }), from);
    const letter = {
      id: "a",
      created: 0,
      to: "r@mail.example",
      subject: "S",
      text: "",
      expires: 1,
    };
    expect(await mail.send(letter)).toMatchObject({ state: "later", of: "all" });
  });

  test("or sends us elsewhere: the key goes to nobody else", async () => {
    const [{ service, api, send, isWaiting }, elsewhere] = [
      await waiting("resend"),
      await openMailApi("resend"),
    ];
    const Location = elsewhere.url.replace(/.*@/u, "http://").concat("/emails");
    api.says = { status: 307, answer: "", headers: { Location } };
    await send();
    expect([await isWaiting(), service.log]).toEqual([true, said("the mail service: 307")]);
    expect(elsewhere.taken).toEqual([]);
  });
});

describe("a MAIL_URL of a mail service", () => {
  test.each([
    ["resend://re_1-a@api.resend.com", "https://api.resend.com"],
    ["postmark://0af-1@api.postmarkapp.com/", "https://api.postmarkapp.com"],
    ["resend://k@mail.example:8443", "https://mail.example:8443"],
    ["resend://k@localhost:25", "http://localhost:25"],
    ["resend://k@[::1]:25", "http://[::1]:25"],
  ])("%s", (text, origin) => {
    expect(httpMail(text)).toMatchObject({ kind: "http", origin });
  });

  test.each([
    "resend://api.resend.com",
    "resend:re_123",
    "resend://k:p@api.resend.com",
    "resend://k@api.resend.com/emails",
    "resend://k@api.resend.com?x=1",
    "mailgun://k@api.mailgun.net",
    "https://k@api.resend.com",
    "resend://k e y@api.resend.com",
  ])("not %s", (text) => {
    expect(httpMail(text)).toBeNull();
  });
});
