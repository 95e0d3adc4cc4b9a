import { describe, expect, test } from "vitest";
import {
  cleanName,
  cleanText,
  isVisible,
  lengthOf,
} from "../../comments-service/domain/plain-text.ts";
import { parseEmailAddress } from "../../comments-service/domain/email-address.ts";
import { quote } from "../../comments-service/mail/letters/quote.ts";
import { comment, openService } from "./service.ts";
import type { TestService } from "./service.ts";
import { thread } from "./site.ts";

const PATH = "/threads/flur/comments";
const corpus = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  "javascript:alert(1)",
  "</title><script>alert(1)</script>",
  "{{constructor.constructor('alert(1)')()}}",
  "<!--<img src=x>--!>",
  "&lt;b&gt; &#60;b&#62;",
  '<a href="//evil.example" style=position:fixed>x</a>',
];

describe("words come out as words", () => {
  test("in the thread: they are JSON, sent as nothing else", async () => {
    const service = await openService();
    for (const [i, words] of corpus.entries())
      await service.publish({ name: words.slice(0, 80), text: words, email: `r${i}@mail.example` });
    const answer = await service.ask("/threads/flur?order=oldest");
    expect(answer.headers.get("Content-Type")).toBe("application/json");
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    const { comments } = (await answer.json()) as { comments: { text: string }[] };
    expect(comments.map(({ text }) => text)).toEqual(corpus);
  });

  test("on the pages: titles and words are escaped, and no script could run", async () => {
    for (const words of corpus) {
      const service = await openService({ threads: [thread("flur", { title: words })] });
      await service.post({ text: words });
      const page = await service.ask(`/confirm?token=${await service.token()}`);
      const text = await page.text();
      expect(text).not.toContain(words.includes("<") ? words : "\u0000");
      expect(text).not.toMatch(/<(?:script|img|svg|a style)/u);
      expect(page.headers.get("Content-Security-Policy")).toMatch(
        /^default-src 'none'; style-src 'sha256-/u,
      );
    }
  });

  test("on the local outbox page, where only our own link is a link", async () => {
    const service = await openService({
      env: { SERVICE_URL: "http://localhost:8788", MAIL_URL: "outbox:" },
    });
    for (const [i, words] of corpus.entries())
      await service.post({ name: words.slice(0, 80), text: words, email: `r${i}@mail.example` });
    await service.post({ text: "https://evil.example/\nhttps://evil.example/" });
    const text = await (await service.ask("/outbox", {}, "127.0.0.1")).text();
    const links = [...text.matchAll(/<a href="([^"]*)"/gu)].map(([, href]) => href);
    expect(links).toHaveLength(1 + corpus.length + 1);
    for (const link of links.slice(1))
      expect(link).toMatch(/^http:\/\/localhost:8788\/confirm\?token=/u);
    expect(text).not.toMatch(/<(?:script|img|svg)/u);
  });
});

describe("control characters reach nothing", () => {
  test("neither a header of a letter nor the database", async () => {
    const service = await openService();
    const name = "Eve\r\nBcc: all@mail.example\u0000\u0007\u202Eadmin";
    const text = "eins\r\nzwei\rdrei\u0000\u001b[31m\u0085\tvier";
    await service.publish({ name, text });
    const [first] = (await service.thread()).comments;
    expect(first).toMatchObject({
      name: "Eve Bcc: all@mail.exampleadmin",
      text: "eins\nzwei\ndrei[31m\tvier",
    });
    const [letter] = await service.letters();
    expect(letter).toMatchObject({
      to: comment.email,
      subject: "Bitte bestätigen Sie Ihren Kommentar zu „Über flur“",
    });
  });

  test.each([
    "eve@mail.example\r\nBcc: all@mail.example",
    "eve@mail.example\u0000",
    "eve@mail.example,all@mail.example",
    "eve@mail.example;all@mail.example",
    "Eve <eve@mail.example>",
    '"eve all"@mail.example',
    "eve@[192.0.2.1]",
    "eve@mail.example(comment)",
    "eve@localhost",
    "eve@192.0.2.1",
    "eve@@mail.example",
    ".eve@mail.example",
    "e..ve@mail.example",
    "eve@-mail.example",
    "eve@mail.example/x",
    "eve@mail.example?bcc=all",
    "%65ve@%6Dail.example",
  ])("an address like %j is refused", async (email) => {
    const service = await openService();
    expect((await service.post({ email })).status).toBe(422);
  });

  test("an address with a German domain is sent in ASCII", () => {
    expect(parseEmailAddress(" Jörg@x.example ")).toBeNull();
    expect(parseEmailAddress("joerg+news@Bücher.example")).toBe("joerg+news@xn--bcher-kva.example");
  });
});

describe("a write is taken", () => {
  test.each([
    ["from another page", { Origin: "https://evil.example" }, 403],
    ["from nowhere", { Origin: "null" }, 403],
    ["from a page of the service itself", { Origin: "https://comments.example" }, 403],
    ["as a form", { "Content-Type": "application/x-www-form-urlencoded" }, 415],
    ["as text", { "Content-Type": "text/plain" }, 415],
    ["as something like JSON", { "Content-Type": "application/jsonp" }, 415],
    ["as JSON with a charset", { "Content-Type": "application/json; charset=utf-8" }, 202],
  ])("%s: %j is %i", async (_, headers, status) => {
    const service = await openService();
    expect((await service.post({}, { headers })).status).toBe(status);
    expect(await service.letters()).toHaveLength(status === 202 ? 1 : 0);
  });

  test("only after a preflight that names the magazine's origin", async () => {
    const service = await openService();
    for (const path of [PATH, "/confirm/again", "/comments/x/reports"]) {
      const headers = {
        Origin: service.site.origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
      };
      const answer = await service.ask(path, { method: "OPTIONS", headers });
      expect(answer.status).toBe(204);
      expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(service.site.origin);
      expect(answer.headers.get("Access-Control-Allow-Methods")).toBe("POST");
      expect(answer.headers.get("Access-Control-Allow-Headers")).toBe("Content-Type");
      expect(answer.headers.get("Access-Control-Allow-Credentials")).toBeNull();
    }
  });

  test("and its refusals can be read by the magazine's page", async () => {
    const service = await openService();
    const answer = await service.send(PATH, "{");
    expect(answer.status).toBe(400);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(service.site.origin);
    expect(answer.headers.get("Access-Control-Expose-Headers")).toBe("Retry-After");
  });

  test.each(["", "null", "[]", '"x"', "{", "7", '{"__proto__":{"name":"x"}}'])(
    "as a whole: %j is not",
    async (body) => {
      const service = await openService();
      expect([400, 422]).toContain((await service.send(PATH, body)).status);
    },
  );

  test("up to a size that is checked before anything is read", async () => {
    const service = await openService();
    const body = JSON.stringify({ ...comment, challenge: "x".repeat(25_000) });
    expect((await service.send(PATH, body)).status).toBe(413);
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < 40; i += 1)
          controller.enqueue(new TextEncoder().encode("x".repeat(1000)));
        controller.close();
      },
    });
    const headers = { Origin: service.site.origin, "Content-Type": "application/json" };
    // Streaming a request body needs `duplex`, which the DOM's types do not know.
    const init = { method: "POST", headers, body: stream, duplex: "half" } as RequestInit;
    expect((await service.ask(PATH, init)).status).toBe(413);
  });
});

test.each([
  ["/threads/flur", 200],
  ["/threads/flur?limit=x", 422],
  ["/threads/nobody", 404],
  ["/counts?thread=flur", 200],
  ["/challenge?thread=flur", 200],
  ["/confirm?token=x", 404],
  ["/health", 200],
  ["/nowhere", 404],
])("%s carries the headers that keep browsers safe", async (path, status) => {
  const service = await openService();
  const answer = await service.ask(path);
  expect(answer.status).toBe(status);
  const policy = answer.headers.get("Content-Security-Policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain(`form-action 'self' ${service.site.origin}`);
  expect(policy).not.toContain("unsafe");
  expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(answer.headers.get("Strict-Transport-Security")).toBe("max-age=31536000");
  expect(answer.headers.get("Referrer-Policy")).toBe("same-origin");
  expect(answer.headers.get("Set-Cookie")).toBeNull();
});

test("links come from the settings, whatever the Host header says", async () => {
  const service = await openService();
  const challenge = await service.challenge();
  const answer = await service.ask(`https://evil.example${PATH}`, {
    method: "POST",
    headers: {
      Origin: service.site.origin,
      "Content-Type": "application/json",
      "X-Forwarded-Host": "evil.example",
    },
    body: JSON.stringify({ ...comment, challenge }),
  });
  expect(answer.status).toBe(202);
  const [letter] = await service.letters();
  expect(letter?.text).toContain("https://comments.example/confirm?token=");
  expect(letter?.text).not.toContain("evil");
});

describe("the local outbox", () => {
  const local = { SERVICE_URL: "http://localhost:8788", MAIL_URL: "outbox:" };
  test.each([
    ["is there for this machine", local, "127.0.0.1", {}, 200],
    ["is there over IPv6", local, "::1", {}, 200],
    ["is not there for others", local, "192.0.2.1", {}, 404],
    ["is not there behind a proxy", local, "127.0.0.1", { "X-Forwarded-For": "127.0.0.1" }, 404],
    ["is not there when letters are sent", {}, "127.0.0.1", {}, 404],
  ])("%s", async (_, env, peer, headers, status) => {
    const service = await openService({ env });
    expect((await service.ask("/outbox", { headers }, peer)).status).toBe(status);
  });

  test("is not there under a name that somebody has pointed to this machine", async () => {
    const service = await openService({ env: local });
    expect((await service.ask("http://evil.example:8788/outbox", {}, "127.0.0.1")).status).toBe(
      404,
    );
  });
});

test("nothing public holds an address, its hash or a word that is not published", async () => {
  const service = await openService();
  await service.publish({ email: "ida@mail.example" });
  await service.post({ name: "Ungelesen", text: "Unveröffentlicht", email: "other@mail.example" });
  const paths = ["/threads/flur", "/counts?thread=flur", "/challenge?thread=flur", "/health"];
  const all = (await Promise.all(paths.map(async (path) => (await service.ask(path)).text()))).join(
    "",
  );
  expect(all).not.toMatch(/ida|other@|mail\.example|192\.0\.2|Ungelesen|Unveröffentlicht/u);
});

test("the log holds no token, address or text, even when something breaks", async () => {
  const service = await openService();
  await service.post({ name: "Geheim", text: "Geheim" });
  const token = await service.token();
  await service.store.close();
  const trouble = [
    await service.send(PATH, { ...comment, name: "Geheim", challenge: "x" }),
    await service.ask(`/confirm?token=${token}`),
    await service.confirm(token),
    await service.ask("/threads/flur"),
  ];
  expect(trouble.map(({ status }) => status).every((status) => status >= 500)).toBe(true);
  expect(service.log.length).toBeGreaterThanOrEqual(4);
  expect(service.log.join("\n")).not.toMatch(/Geheim|mail\.example|token=/u);
  for (const line of service.log) expect(line).not.toContain("\n");
});

describe("time grows with the input and not faster", () => {
  const size = 4000;
  const times = 16;

  test.each([
    ["names", (n: number) => cleanName("\u202E \t".repeat(n))],
    ["texts", (n: number) => cleanText("\r\n\u0000e\u0301".repeat(n))],
    ["lengths", (n: number) => lengthOf("👩".repeat(n))],
    ["blank texts", (n: number) => isVisible(" \u200b".repeat(n))],
    ["addresses", (n: number) => parseEmailAddress(`${"a.".repeat(n)}@${"a.".repeat(n)}`)],
    ["quotes", (n: number) => quote("://www.\n".repeat(n))],
  ])("of %s", (_, clean) => {
    const small = costOf(() => clean(size));
    const large = costOf(() => clean(size * times));
    // Linear is 16 times as much, quadratic 256 times.
    expect(large / small).toBeLessThan(times * 4);
  });

  /** The processor's time for one run, in microseconds; the best of three, each long enough to be measured. */
  function costOf(run: () => unknown): number {
    const costs = Array.from({ length: 3 }, () => {
      const before = process.cpuUsage().user;
      let runs = 0;
      while (process.cpuUsage().user - before < 40_000) {
        run();
        runs += 1;
      }
      return (process.cpuUsage().user - before) / runs;
    });
    return Math.min(...costs);
  }
});

test("odd requests give no server error", async () => {
  const service: TestService = await openService();
  const odd = [
    "/threads/%E0%A4%A",
    "/threads/%00?before=1",
    "/counts?thread[]=x",
    "/challenge?thread=%FF",
    "/confirm?token=%FF&token=x",
    "/threads/flur?limit=1&limit=2",
    "//evil.example/threads/flur",
  ];
  for (const path of odd) {
    const answer = await service.ask(`https://comments.example${path}`);
    expect([path, answer.status < 500]).toEqual([path, true]);
  }
  for (const method of ["PUT", "DELETE", "PATCH", "POST"])
    expect((await service.ask("/threads/flur", { method })).status).toBe(404);
});
