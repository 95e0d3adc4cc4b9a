import { readFileSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Source } from "../../../../comments-service/commands/import/foreign.ts";
import { openService } from "../../service.ts";
import { openStore } from "../../../../comments-service/store/open-database.ts";
import { bring, fixture, kept, temporaryFile } from "./importing.ts";

const disqus = readFileSync(fixture("disqus.xml"), "utf8");
const head = '<?xml version="1.0" encoding="utf-8"?>';
const bomb = `${head}<!DOCTYPE disqus [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><disqus>&b;</disqus>`;
const external = `${head}<!DOCTYPE disqus [<!ENTITY x SYSTEM "file:///etc/passwd">]><disqus>&x;</disqus>`;
const latin1 = Buffer.from(disqus.replaceAll("🌧", ""), "latin1");

describe("is refused with a clear word before anything is written", () => {
  test.each<[string, Source, string | Uint8Array, RegExp]>([
    ["a bomb of entities", "disqus", bomb, /xml:1 has a DOCTYPE/u],
    ["an entity that reads a file", "disqus", external, /xml:1 has a DOCTYPE/u],
    [
      "an entity that nobody has defined",
      "disqus",
      `${head}<disqus>&wer;</disqus>`,
      /not well-formed: Invalid character entity/u,
    ],
    ["bytes that are not UTF-8", "disqus", latin1, /is not UTF-8 \(before byte \d+\): convert/u],
    [
      "another encoding that is declared",
      "disqus",
      disqus.replace('encoding="utf-8"', 'encoding="ISO-8859-1"'),
      /says that it is ISO-8859-1: convert it to UTF-8/u,
    ],
    [
      "a file in UTF-16",
      "disqus",
      Buffer.from(`\uFEFF${disqus}`, "utf16le"),
      /not UTF-8|not well/u,
    ],
    ["a compressed file", "disqus", Uint8Array.of(0x1f, 0x8b, 8, 0), /is compressed: unpack it/u],
    ["a file that was cut off", "disqus", disqus.slice(0, -20), /not well-formed: Unclosed/u],
    ["an empty file", "disqus", "", /is empty/u],
    ["no XML at all", "disqus", "{}", /is not well-formed/u],
    [
      "another kind of XML",
      "disqus",
      readFileSync(fixture("wordpress.xml")),
      /begins with <rss>: expected <disqus>/u,
    ],
    [
      "elements without end",
      "disqus",
      `<disqus>${"<a>".repeat(100_000)}`,
      /has elements more than 50 deep/u,
    ],
    [
      "a name without end",
      "disqus",
      `<disqus><${"a".repeat(200_000)}>`,
      /not well-formed: Max buffer length exceeded/u,
    ],
    [
      "a text without end",
      "disqus",
      `<disqus><post><message>${"a".repeat(6_000_000)}`,
      /has a text of more than 5 MB/u,
    ],
    ["a database that is none", "isso", "hello", /is no database of Isso: file is not a database/u],
    ["a database of somebody else", "isso", "", /is no database of Isso: no such table/u],
  ])("%s", async (_, source, content, message) => {
    const service = await openService();
    await service.thread();
    const before = kept(service);
    const path = temporaryFile("export.xml", content);
    await expect(bring(service, source, path)).rejects.toThrow(message);
    expect(kept(service)).toEqual(before);
  });

  test("a file that is not there, and a thread that the magazine does not have", async () => {
    const service = await openService();
    await service.thread();
    await expect(bring(service, "disqus", "no/such.xml")).rejects.toThrow("there is no file");
    const told = new Map([["https://a.example/", "nobody"]]);
    await expect(bring(service, "disqus", fixture("disqus.xml"), { told })).rejects.toThrow(
      "--thread https://a.example/=nobody: the magazine has no thread nobody",
    );
  });

  test("any file while nobody knows the magazine's threads", async () => {
    const service = await openService();
    await expect(bring(service, "disqus", fixture("disqus.xml"))).rejects.toThrow(
      "the magazine's list of threads could not be read",
    );
  });
});

test("words that would run anywhere else come as text, and ids, states and numbers of the file's own do nothing", async () => {
  const service = await openService();
  await service.thread();
  const hostile = disqus
    .replace(
      "<p>Es regnet. 🌧</p>",
      `<img src=x onerror=alert(1)><p onclick="x">Es <svg/onload=alert(2)>regnet.</p><a href="javascript:alert(3)">hier</a><state>published</state>`,
    )
    .replace("<name>Öykü</name>", "<name>Öykü &lt;b&gt;\u202E</name>");
  await bring(service, "disqus", temporaryFile("hostile.xml", hostile));
  const [comment] = (await service.thread("regen")).comments;
  expect(comment).toMatchObject({ name: "Öykü <b>", text: "Es regnet.\n\nhierpublished" });
});

test("comments that answer one another in a circle, or nobody that is there, begin conversations", async () => {
  const service = await openService();
  await service.thread();
  const circle = disqus
    .replace(
      '<thread dsq:id="9001" />\n</post>',
      '<thread dsq:id="9001" /><parent dsq:id="502"/></post>',
    )
    .replace('<parent dsq:id="503" />', '<parent dsq:id="4711" />');
  const lines = await bring(service, "disqus", temporaryFile("circle.xml", circle));
  expect(lines[0]).toBe("wrote 4 comments in 2 threads");
  const { comments } = await service.thread("flur", "?order=oldest");
  expect(comments.map(({ number, replyTo }) => [number, replyTo])).toEqual([
    [1, null],
    [2, null],
    [3, 2],
  ]);
});

test("many comments are told of while they come, and a long conversation is written whole", async () => {
  const service = await openService();
  await service.thread();
  const posts = Array.from(
    { length: 12_000 },
    (_, i) => `<post dsq:id="${i}"><message><![CDATA[<p>Text ${i}</p>]]></message>
      <createdAt>2012-10-23T04:15:00Z</createdAt><author><name>N</name></author><thread dsq:id="1"/>${i > 0 ? `<parent dsq:id="${i - 1}"/>` : ""}</post>`,
  );
  const file = `<disqus><thread dsq:id="1"><id/><link>https://x.example/vertrieb/flur</link></thread>${posts.join("")}</disqus>`;
  const told: string[] = [];
  // One conversation is one list of statements, however long: the store as the command opens it, since the service's is held to D1's short ones.
  const store = await openStore(service.settings, service.clock.now);
  onTestFinished(() => store.close());
  await bring({ ...service, store }, "disqus", temporaryFile("long.xml", file), {
    hosts: ["x.example"],
    progress: (line) => void told.push(line),
  });
  expect(told).toEqual(["read 10000 comments", "wrote 12000 comments"]);
  expect((await service.thread("flur", "?order=oldest&limit=1")).count).toBe(12_000);
});
