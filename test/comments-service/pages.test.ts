import { HtmlValidate } from "html-validate/node";
import { describe, expect, test } from "vitest";
import { comment, openService } from "./service.ts";
import type { TestService } from "./service.ts";

const validator = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] });

test.each(["de", "en"])("the service's own pages are valid HTML in %s", async (language) => {
  const service = await openService({
    language,
    env: { SERVICE_URL: "http://localhost:8788", MAIL_URL: "outbox:" },
  });
  const pages = [await service.outbox()];
  await service.post();
  const token = await service.token();
  pages.push(
    await service.outbox(),
    await service.ask(`/confirm?token=${token}`),
    await service.ask("/confirm?token=x"),
  );
  pages.push(await service.confirm(token, {}), await service.confirm(token));
  pages.push(await service.ask("/mine"), await service.ask(`/own?token=${token}`));
  await service.post({ notify: "thread" });
  await service.confirm(await service.token());
  const form = (fields: Record<string, string>) => {
    const headers = { "Sec-Fetch-Site": "same-origin" };
    return service.ask("/mine", { method: "POST", headers, body: new URLSearchParams(fields) });
  };
  pages.push(await form({ email: comment.email }), await form({ email: "x" }));
  const linkIn = async (pattern: RegExp) => {
    const letters = await service.letters();
    const found = letters.map(({ text }) => pattern.exec(text)?.[0]);
    const link = found.find((each) => each !== undefined);
    if (link === undefined) throw new Error(`no letter has a link like ${pattern}`);
    return link;
  };
  const mine = await linkIn(/\/mine\?token=[0-9a-f]+/u);
  pages.push(await service.ask(mine), await service.ask(`${mine}&said=edited`));
  await service.publish({ email: "jens@mail.example" });
  const stop = await linkIn(/\/unsubscribe\?\S+/u);
  pages.push(await service.ask(stop), await service.ask(stop, { method: "POST" }));
  pages.push(await service.ask("/unsubscribe"), await service.ask("/mine?token=x"));
  pages.push(await form({ token: mine.slice(-64), act: "forget", texts: "keep" }));
  for (const page of pages) {
    expect(page.headers.get("Content-Type")).toMatch(/^text\/html/u);
    const report = await validator.validateString(await page.text());
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ message }) => message)),
    ).toEqual([]);
  }
});

describe("every page of the service", () => {
  const form = (fields: Record<string, string>) => ({
    method: "POST",
    headers: { "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams(fields),
  });

  /** Each page that nobody has to sign in for, by what it is. */
  async function pagesOf(service: TestService): Promise<Record<string, Response>> {
    await service.post();
    const token = await service.token();
    const confirm = await service.ask(`/confirm?token=${token}`);
    await service.confirm(token);
    await service.ask("/mine", form({ email: comment.email }));
    const [letter] = await service.letters();
    const [mine = "", wayIn = ""] = letter?.text.match(/\/(?:mine|way-in)\?token=\S+/gu) ?? [];
    const [first] = (await service.thread()).comments;
    const signIn = { email: "desk@magazine.example", next: "" };
    return {
      confirm,
      confirmed: await service.ask(`/confirm?token=${token}`),
      "one's own comment": await service.ask(`/own?token=${token}`),
      "asking for one's own page": await service.ask("/mine"),
      "one's own page": await service.ask(mine),
      "the way in": await service.ask(wayIn),
      notice: await service.ask(`/notices/new?comment=${first?.id ?? ""}`),
      "no objection": await service.ask("/objections?token=x"),
      "no subscription": await service.ask("/unsubscribe"),
      "a foreign form": await service.ask("/own", { method: "POST" }),
      "the desk's sign-in": await service.ask("/desk/sign-in"),
      "the desk's code": await service.ask("/desk/sign-in", form(signIn)),
      "a link of the desk that nobody knows": await service.ask("/act?token=x"),
    };
  }

  const links = async (page: Response) =>
    [...(await page.text()).matchAll(/<a href="([^"]+)"[^>]*>([^<]+)<\/a>/gu)].map(
      ([, href, words]) => [words, href],
    );

  test("leads back to the magazine, to its imprint and to what it says of privacy", async () => {
    const service = await openService();
    const { url } = service.site;
    for (const [name, page] of Object.entries(await pagesOf(service)))
      expect({ [name]: await links(page) }).toEqual({
        [name]: expect.arrayContaining([
          ["Zum Magazin", url],
          ["Impressum", `${url}impressum/`],
          ["Datenschutz", `${url}datenschutz/`],
        ]) as unknown,
      });
  });

  test("shows no such link where the magazine's list tells no such page", async () => {
    const service = await openService({ language: "en" });
    const site = service.site.list.site as { imprint?: string; privacy?: string };
    delete site.imprint;
    delete site.privacy;
    for (const page of Object.values(await pagesOf(service))) {
      const words = (await links(page)).map(([word]) => word);
      expect(words).toContain("Back to the magazine");
      expect(words).not.toContain("Contact details");
      expect(words).not.toContain("Privacy");
    }
  });
});

describe("the page with the button that confirms", () => {
  const text = 'Mit "Verlaub":\n\n<script>alert(1)</script>\nhttps://evil.example/';

  test("shows the comment as words, with its name and the way to the article", async () => {
    const service = await openService();
    await service.post({ name: "Petra <b>", text });
    const page = await (await service.ask(`/confirm?token=${await service.token()}`)).text();
    expect(page).toContain(
      "Mit &quot;Verlaub&quot;:\n\n&lt;script&gt;alert(1)&lt;/script&gt;\nhttps://evil.example/",
    );
    expect(page).toContain("Petra &lt;b&gt;");
    expect(page).toContain(`<a href="${service.site.url}vertrieb/flur/">Zum Artikel</a>`);
    expect((await service.thread()).comments).toEqual([]);
  });

  test("still shows it when it came too late, and no more once it stands elsewhere", async () => {
    const service = await openService();
    await service.post({ text: "Zum Abschreiben." });
    const token = await service.token();
    service.clock.now += 48 * 3_600_000;
    expect(await (await service.ask(`/confirm?token=${token}`)).text()).toContain(
      "Zum Abschreiben.",
    );
    service.clock.now -= 1;
    expect(await (await service.confirm(token)).text()).not.toContain("Zum Abschreiben.");
  });
});

test("a German quotation in an English page is named as German", async () => {
  const service = await openService({ language: "en" });
  await service.post({ text: "He said „Nein <b>“ and left." });
  const token = await service.token();
  const quotation = 'He said <span lang="de">„Nein &lt;b&gt;“</span> and left.';
  expect(await (await service.ask(`/confirm?token=${token}`)).text()).toContain(quotation);
  await service.confirm(token);
  // It can no longer be edited, and stands there as words.
  service.clock.now += 3_600_000;
  expect(await (await service.ask(`/own?token=${token}`)).text()).toContain(quotation);
});
