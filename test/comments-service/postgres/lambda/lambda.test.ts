import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Challenge, Thread } from "../../../../comments-service/wire.ts";
import { askServer } from "../../../../comments-service/bench/postgres-server.ts";
import { codeOf } from "../../http/desk/moderator.ts";
import { openMailApi } from "../../mail/mail-api.ts";
import type { MailApi } from "../../mail/mail-api.ts";
import { writeInPeace } from "../../process.ts";
import { comment, secret } from "../../service.ts";
import { openSite } from "../../site.ts";
import { solve } from "../../solve.ts";
import { darkProxy } from "../dark-proxy.ts";
import { temporaryDatabase } from "../shared.ts";
import { form, ofFunctionUrl, ofHttpApi, scheduled } from "./events.ts";
import { openLambda, unpackedBundle } from "./lambda.ts";

let bundle = "";
beforeAll(() => {
  bundle = unpackedBundle();
});
afterAll(() => rmSync(dirname(bundle), { recursive: true }));

const kinds = { "a function URL": ofFunctionUrl, "an HTTP API": ofHttpApi };

/** The text of the letter that went out first. */
const letterOf = ({ taken: [first] }: MailApi) =>
  (first?.body as { text?: string } | undefined)?.text ?? "";

/** A function with everything around it. */
async function deployed(address: string, more: Record<string, string> = {}) {
  const [site, mail] = [await openSite(), await openMailApi("resend")];
  onTestFinished(() => site.close());
  const lambda = await openLambda(bundle, {
    SERVICE_URL: "https://comments.example",
    SITE_URL: site.url,
    DATABASE_URL: address,
    MAIL_URL: mail.url,
    MAIL_FROM: "comments@magazine.example",
    MODERATORS: "desk@magazine.example",
    SECRET: secret,
    ...more,
  });
  return { site, mail, lambda };
}

describe.each(Object.entries(kinds))("by the events of %s", (_, of) => {
  test("a comment is written, its letter goes out with the schedule, and it stands in the thread", async () => {
    const address = await temporaryDatabase("empty");
    const { site, mail, lambda } = await deployed(address);
    const asked = await lambda.ask(of({ path: "/challenge", query: "thread=flur" }));
    const challenge = await solve(JSON.parse(asked.body) as Challenge);
    await writeInPeace();
    const taken = await lambda.ask(
      of({
        method: "POST",
        path: "/threads/flur/comments",
        headers: { origin: site.origin, "content-type": "application/json" },
        body: JSON.stringify({ ...comment, text: "Grüße aus 🚀", challenge }),
      }),
    );
    expect([taken.statusCode, JSON.parse(taken.body)]).toEqual([202, { state: "unconfirmed" }]);
    expect(mail.taken).toEqual([]);
    expect(await lambda.call(scheduled("aws.events"))).toBeNull();
    const token = /token=([0-9a-f]+)/u.exec(letterOf(mail))?.[1] ?? "";
    const confirmed = await lambda.ask(of(form("/confirm", { token })));
    expect(confirmed.body).toContain("#kommentar-1");

    const read = await lambda.ask(of({ path: "/threads/flur", query: "order=oldest" }));
    const thread = JSON.parse(read.body) as Thread;
    expect(thread.comments).toMatchObject([{ number: 1, text: "Grüße aus 🚀" }]);
    const etag = read.headers["etag"] ?? "";
    const headers = { "if-none-match": etag };
    const again = await lambda.ask(of({ path: "/threads/flur", query: "order=oldest", headers }));
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    expect(await lambda.log()).toEqual([]);
  });
});

test("a moderator signs in: the cookie goes out where Amazon looks for it, and is found where it puts it", async () => {
  const { mail, lambda } = await deployed(await temporaryDatabase("migrated"));
  const email = "desk@magazine.example";
  const asked = await lambda.ask(ofFunctionUrl(form("/desk/sign-in", { email })));
  const attempt = /name="attempt" value="([^"]+)"/u.exec(asked.body)?.[1] ?? "";
  await lambda.call(scheduled("aws.scheduler"));
  const code = codeOf(letterOf(mail));
  const { cookies, headers } = await lambda.ask(
    ofFunctionUrl(form("/desk/code", { attempt, code })),
  );
  expect(headers).not.toHaveProperty("set-cookie");
  expect(cookies).toEqual([expect.stringContaining("HttpOnly")]);
  const sent = cookies?.map((cookie) => cookie.split(";")[0] ?? "") ?? [];
  const desk = await lambda.ask(ofHttpApi({ path: "/desk/", cookies: sent }));
  expect([desk.statusCode, desk.body]).toEqual([200, expect.stringContaining("Abmelden")]);
});

describe("a process that was frozen answers", () => {
  const path = "/threads/flur";

  test("though its connection was ended meanwhile", async () => {
    const address = await temporaryDatabase("migrated");
    const { lambda } = await deployed(address);
    expect((await lambda.ask(ofFunctionUrl({ path }))).statusCode).toBe(200);
    const ours = "application_name = 'kolumne' AND datname = current_database()";
    const connections = await askServer(address, `SELECT pid FROM pg_stat_activity WHERE ${ours}`);
    // Each process opens one, since there may be many of them.
    expect(connections.length).toBe(1);
    lambda.freeze();
    // Waits until it has ended: what is asked just before would be answered that it was cut off.
    const end = `SELECT pg_terminate_backend(pid, 10000) AS ended FROM pg_stat_activity WHERE ${ours}`;
    expect(await askServer(address, end)).toEqual([{ ended: true }]);
    expect((await lambda.thawWith(ofFunctionUrl({ path }))).statusCode).toBe(200);
  });

  test("though its connection is dead and nobody has said so", async () => {
    const proxy = await darkProxy(await temporaryDatabase("migrated"));
    const { lambda } = await deployed(proxy.address);
    expect((await lambda.ask(ofFunctionUrl({ path }))).statusCode).toBe(200);
    lambda.freeze();
    expect(proxy.darken()).toBe(1);
    // An idle connection is kept for ten seconds.
    await setTimeout(10_500);
    expect((await lambda.thawWith(ofFunctionUrl({ path }))).statusCode).toBe(200);
  });
});

describe("a function that cannot start", () => {
  const env = { SERVICE_URL: "https://comments.example", DATABASE_URL: "file:comments.sqlite" };

  test("says to readers that it is not ready, fails at the schedule, and says why in its log", async () => {
    const lambda = await openLambda(bundle, env);
    const answer = await lambda.ask(ofFunctionUrl({ path: "/threads/flur" }));
    expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "30"]);
    expect(answer.body).not.toContain("MAIL");
    await expect(lambda.call(scheduled("aws.scheduler"))).rejects.toThrow("MAIL_URL is missing");
    expect(await lambda.log()).toMatchObject([
      {
        level: "error",
        event: "the service does not start",
        reason: expect.stringContaining("SECRET"),
      },
      { level: "error", event: "the service does not start" },
    ]);
  });

  test("takes no file for its database, and no address that nobody set", async () => {
    const { lambda } = await deployed("file:comments.sqlite");
    await expect(lambda.call(scheduled("aws.events"))).rejects.toThrow("DATABASE_URL is wrong");
    const unset = await openLambda(bundle, { ...env, DATABASE_URL: "postgres://h/d" });
    await expect(unset.call(scheduled("aws.events"))).rejects.toThrow("SITE_URL is missing");
  });

  test("starts with the next call, when its database is there again", async () => {
    const proxy = await darkProxy(await temporaryDatabase("migrated"));
    proxy.refuse(true);
    const { lambda } = await deployed(proxy.address);
    const event = ofFunctionUrl({ path: "/threads/flur" });
    expect((await lambda.ask(event)).statusCode).toBe(503);
    proxy.refuse(false);
    expect((await lambda.ask(event)).statusCode).toBe(200);
  });
});

test("an event that is none of these is refused", async () => {
  const { lambda } = await deployed(await temporaryDatabase("migrated"));
  await expect(lambda.call({ Records: [] })).rejects.toThrow("unknown event");
});
