import { HtmlValidate } from "html-validate/node";
import { expect, test } from "vitest";
import { openService } from "./service.ts";

const validator = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] });

test.each(["de", "en"])("the service's own pages are valid HTML in %s", async (language) => {
  const service = await openService({
    language,
    env: { SERVICE_URL: "http://localhost:8788", MAIL_URL: "outbox:" },
  });
  const outbox = () => service.ask("/outbox", {}, "127.0.0.1");
  const pages = [await outbox()];
  await service.post();
  const token = await service.token();
  pages.push(
    await outbox(),
    await service.ask(`/confirm?token=${token}`),
    await service.ask("/confirm?token=x"),
  );
  pages.push(await service.confirm(token, {}), await service.confirm(token));
  for (const page of pages) {
    expect(page.headers.get("Content-Type")).toMatch(/^text\/html/u);
    const report = await validator.validateString(await page.text());
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ message }) => message)),
    ).toEqual([]);
  }
});
