import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openService } from "./service.ts";
import { openStage } from "./widget/stage.ts";
import type { Stage } from "./widget/stage.ts";

const challenge = "/challenge?thread=flur";
const from = (origin: string) => ({ headers: { Origin: origin } });

describe("a page at another address of the site", () => {
  test("may write when the settings name it", async () => {
    const first = await openService();
    const other = "https://www.spalte.example";
    const service = await openService({ env: { SITE_URL: `${first.site.url}, ${other}/kolumne` } });
    for (const origin of [first.site.origin, other]) {
      const answer = await service.post(
        { email: "p@mail.example" },
        { headers: { Origin: origin } },
      );
      expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(origin);
      const preflight = await service.ask("/threads/flur/comments", {
        method: "OPTIONS",
        headers: { Origin: origin, "Access-Control-Request-Method": "POST" },
      });
      expect(preflight.headers.get("Access-Control-Allow-Origin")).toBe(origin);
      expect((await service.ask(challenge, from(origin))).status).toBe(200);
    }
    // An origin is one as a whole.
    for (const origin of [
      "http://www.spalte.example",
      "https://spalte.example",
      "https://www.spalte.example:8443",
    ])
      expect((await service.post({}, { headers: { Origin: origin } })).status).toBe(403);
  });

  test("else is told so by an answer that it can read, and the log says once what to do", async () => {
    const service = await openService();
    for (const origin of [
      "https://www.spalte.example",
      "http://127.0.0.1:1",
      "https://www.spalte.example",
    ]) {
      const answer = await service.ask(challenge, from(origin));
      expect([answer.status, answer.headers.get("Access-Control-Allow-Origin")]).toEqual([
        403,
        "*",
      ]);
      expect(await answer.json()).toMatchObject({
        title: "Only the magazine's own pages may do this",
        detail: `The magazine is at ${service.site.origin}.`,
      });
    }
    expect(service.log).toEqual(
      ["https://www.spalte.example", "http://127.0.0.1:1"].map(
        (origin) =>
          `a page may not write origin=${origin} advice="if it is the magazine under another name, let that lead to the right one, or write it behind a comma in SITE_URL"`,
      ),
    );
  });

  test("reads all the same, and a program that names no page may ask for a challenge", async () => {
    const service = await openService();
    expect((await service.ask("/threads/flur", from("https://www.spalte.example"))).status).toBe(
      200,
    );
    expect((await service.ask(challenge)).status).toBe(200);
  });

  test("cannot fill the log, nor write into it", async () => {
    const service = await openService();
    for (const origin of [
      "null",
      "file://",
      "chrome-extension://x",
      "https://a.example/x",
      "https://a.example\u00A0x",
      "x".repeat(500),
    ])
      expect((await service.ask(challenge, from(origin))).status).toBe(403);
    expect(service.log).toEqual([]);
    for (let i = 0; i < 100; i += 1) await service.ask(challenge, from(`https://a${i}.example`));
    expect(service.log).toHaveLength(20);
  });
});

describe("the widget at an address from which the service takes nothing", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(["weg", "anmelden"]);
  });
  afterAll(() => stage.stop());

  const away = "Die Kommentare sind gerade nicht zu erreichen.";
  const foreign =
    /^Unter localhost:\d+ lässt sich nicht kommentieren\. Bitte öffnen Sie den Artikel unter der gewöhnlichen Adresse/u;
  const elsewhere = (thread: string) => stage.address(thread).replace("127.0.0.1", "localhost");

  test("says so to who sends a comment", async () => {
    const { page } = await stage.open(elsewhere("weg"));
    await page.getByLabel("Name oder Pseudonym *").fill("Jens Eilers");
    await page.getByLabel("E-Mail * (wird nicht veröffentlicht)").fill("jens@leser.example");
    await page.getByLabel("Kommentar *").fill("Von nebenan.");
    await page.getByRole("button", { name: "Kommentar abgeben" }).click();
    await page.getByText(foreign).waitFor();
    expect(await page.getByLabel("Kommentar *").inputValue()).toBe("Von nebenan.");
    await page.context().close();
  });

  test("says so to who signs in, and tells it from a service that is away", async () => {
    const { page } = await stage.open(elsewhere("anmelden"));
    await page.getByRole("button", { name: "Anmelden" }).click();
    await page.getByLabel("E-Mail-Adresse").fill("jens@leser.example");
    await page.getByRole("button", { name: "Code schicken" }).click();
    await page.getByText(foreign).waitFor();
    await page.route(`${stage.service}/**`, (route) => route.abort());
    await page.getByRole("button", { name: "Code schicken" }).click();
    await page.getByText(away).waitFor();
    expect(await page.getByText(foreign).count()).toBe(0);
    await page.context().close();
  });
});
