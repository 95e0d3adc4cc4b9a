import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseEmailAddress } from "../../comments-service/domain/email-address.ts";
import { comment, openService } from "./service.ts";
import { thread } from "./site.ts";

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

/** Words as text in HTML. */
const escaped = (words: string) =>
  words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

test("each language has its own quotation marks", () => {
  const wordsIn = (language: string) => {
    const files = globSync(
      `comments-service/{words/${language}/*,widget/words/${language},widget/writing/words/${language}}.ts`,
    );
    expect(files).toHaveLength(11);
    return files.map((file) => readFileSync(file, "utf8")).join("\n");
  };
  expect(wordsIn("en")).not.toContain("„");
  expect(wordsIn("de").match(/„[^“”„]*”/gu)).toBeNull();
});

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
      expect(text).toContain(escaped(words));
      expect(text).not.toMatch(/<(?:script|img|svg|a style)/u);
      expect(page.headers.get("Content-Security-Policy")).toMatch(
        /^default-src 'none'; style-src 'self'; script-src 'none';/u,
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
    const text = await (await service.outbox()).text();
    const [letters = ""] = /<main>.*<\/main>/su.exec(text) ?? [];
    const links = [...letters.matchAll(/<a href="([^"]*)"/gu)].map(([, href]) => href);
    expect(links).toHaveLength(corpus.length + 1);
    for (const link of links) expect(link).toMatch(/^http:\/\/localhost:8788\/confirm\?token=/u);
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
    "\u212Aai@mail.example",
    "e\u017Fther@mail.example",
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
