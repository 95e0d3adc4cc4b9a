import { HtmlValidate } from "html-validate/node";
import { expect, test } from "vitest";
import { openService } from "../../service.ts";
import { openHolding, signIn, write } from "./moderator.ts";
import { unshared } from "../../unshared.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  // Roles say of the record that it is a table also where its style shows rows as entries: WebKit would forget it.
  rules: { "no-redundant-role": "off" },
});

async function messagesOf(page: Response): Promise<string[]> {
  const report = await validator.validateString(await page.text());
  return report.results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

test.each(["de", "en"])(
  "every page of the desk is valid HTML in %s, and under its policy",
  async (language) => {
    const service = await openHolding({ language });
    const id = await write(service, { name: "Ida" });
    const other = await write(service, { name: "Ben", text: "Etwas anderes." });
    const moderator = await signIn(service);
    await moderator.send("/desk/acts", [["one", `publish ${other}`]]);
    await moderator.send("/desk/blocks", [["value", "spam.example"]]);
    const challenge = await service.challenge({ action: "report" });
    await service.send(`/comments/${other}/reports`, {
      reason: "insult",
      message: "Hm.",
      challenge,
    });
    await service.ask("/notices", {
      method: "POST",
      headers: { "Sec-Fetch-Site": "same-origin" },
      body: new URLSearchParams({
        comment: other,
        reason: "Weil.",
        name: "R",
        email: "r@mail.example",
        faith: "yes",
      }),
    });
    const [notice] = await service.store.notices(1);
    const [entry] = await service.store.record({}, 1);
    for (const path of [
      "/desk/sign-in",
      "/desk/",
      "/desk/?queue=reported",
      "/desk/?queue=published",
      "/desk/?queue=rejected",
      "/desk/search?q=Etwas",
      "/desk/threads",
      "/desk/threads/flur",
      "/desk/blocks",
      `/desk/record?done=${entry?.batch}`,
      "/desk/numbers",
      "/desk/texts",
      "/desk/notices",
      `/desk/notices/${notice?.id}`,
      `/desk/comments/${id}`,
      `/desk/comments/${other}`,
      `/desk/comments/${id}/history`,
      `/desk/comments/${other}/answer`,
      "/desk/comments/x",
      `/notices/new?comment=${other}`,
      "/notices/new",
      "/objections?token=x",
      "/act?token=x",
    ]) {
      const page = await moderator.get(path);
      expect(page.headers.get("Cache-Control")).toBe("no-store");
      const policy = page.headers.get("Content-Security-Policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect([path, await messagesOf(page)]).toEqual([path, []]);
    }
    const asked = await moderator.send("/desk/acts", [["one", `erase ${id}`]]);
    expect(await messagesOf(asked)).toEqual([]);
  },
);

const corpus = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  "</textarea></title><svg onload=alert(1)>",
  "javascript:alert(1)",
  "${alert(1)} {{7*7}} <%= 1 %>",
  "\u2028\u2029<!--",
];

test("hostile words are text on every page of the desk and in every letter to it", async () => {
  const service = await openHolding({
    limits: {
      comment: { sender: [], thread: [], site: [] },
      mailbox: { per: 1000, most: 1000 },
      strangers: unshared,
    },
  });
  const moderator = await signIn(service);
  for (const words of corpus) {
    const id = await write(service, { name: words.slice(0, 80), text: words });
    const letters = await service.letters();
    // The letter that calls the moderator has the words and the name of their writer, as quotations.
    const call = letters.find(({ text }) => text.includes(`/desk/comments/${id}`))?.text ?? "";
    const lines = call.split(/[\n\r\u2028\u2029]/u);
    expect(lines.filter((line) => /alert|<!--/u.test(line))).toEqual([
      expect.stringMatching(/^> /u),
      expect.stringMatching(/^> – /u),
    ]);
    for (const { subject } of letters) expect(subject).not.toMatch(/[\r\n]/u);
    await moderator.send("/desk/acts", [
      ["id", id],
      ["act", "reject"],
      ["reason", "insult"],
      ["note", words],
    ]);
    const pages = [
      "/desk/?queue=rejected",
      `/desk/comments/${id}`,
      "/desk/record",
      `/desk/search?q=${encodeURIComponent(words)}`,
    ];
    for (const path of pages) {
      const page = await (await moderator.get(path)).text();
      // Our own script, and whatever stands in quoted attributes, are left out of the search for elements.
      const tags = page
        .replace('<script src="/desk.js" defer></script>', "")
        .replace(/"[^"]*"/gu, '""');
      expect(tags).not.toMatch(/<(?:img|svg|script)|<[^>]* on[a-z]+=/u);
      expect(await messagesOf(new Response(page))).toEqual([]);
    }
  }
});

test("trouble with the store is told on a page", async () => {
  const service = await openService();
  const moderator = await signIn(service);
  await service.store.close();
  for (const path of ["/desk/", "/act?token=x", "/notices/new?comment=" + "0".repeat(32)]) {
    const page = await moderator.get(path);
    expect([path, page.status >= 500]).toEqual([path, true]);
    expect(await page.text()).toContain("<html");
  }
});
