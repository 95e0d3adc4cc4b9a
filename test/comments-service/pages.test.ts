import { HtmlValidate } from "html-validate/node";
import { expect, test } from "vitest";
import { comment, openService } from "./service.ts";

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
