import { pbkdf2Sync } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { derived } from "../../../comments-service/widget/without-web-crypto.ts";
import { openStage, plainOrigin } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(["weg", "melden"]);
});
afterAll(() => stage.stop());

/** The page of a thread as a browser shows it that does not trust the way to it. */
async function openPlain(thread: string) {
  const opened = await stage.open("about:blank");
  const { page } = opened;
  const scripts: string[] = [];
  // By hand, since no name leads to this machine; what asks for what stays as it is.
  await page.route(`${plainOrigin}/**`, async (route) => {
    const url = route.request().url();
    scripts.push(...(/assets\/[a-z-]+(?=-)/u.exec(url) ?? []));
    const there = url.replace(plainOrigin, new URL(stage.address(thread)).origin);
    await route.fulfill({ response: await route.fetch({ url: there }) });
  });
  await page.route(`${stage.service}/**`, async (route) =>
    route.fulfill({ response: await route.fetch() }),
  );
  await page.goto(stage.address(thread).replace(/^http:\/\/[^/]+/u, plainOrigin));
  return { ...opened, scripts };
}

test("a page over plain http has no Web Crypto, and a comment is taken from it all the same", async () => {
  const { page, complaints, scripts } = await openPlain("weg");
  expect(await page.evaluate(() => [isSecureContext, "subtle" in crypto])).toEqual([false, false]);
  await page.getByLabel("Name oder Pseudonym *").fill("Jens Eilers");
  await page.getByLabel("E-Mail * (wird nicht veröffentlicht)").fill("jens@leser.example");
  await page.getByLabel("Kommentar *").fill("Ohne Schloss.");
  await page.getByRole("button", { name: "Kommentar abgeben" }).click();
  await page.getByRole("heading", { name: "Fast fertig" }).waitFor();
  expect(scripts).toContain("assets/without-web-crypto");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("where there is Web Crypto, nothing is loaded in its stead", async () => {
  const { page } = await stage.open(stage.address("melden"));
  const scripts: string[] = [];
  page.on("request", (request) => void scripts.push(request.url()));
  await page.getByLabel("Name oder Pseudonym *").fill("Jens Eilers");
  await page.getByLabel("E-Mail * (wird nicht veröffentlicht)").fill("jens@leser.example");
  await page.getByLabel("Kommentar *").fill("Mit Schloss.");
  await page.getByRole("button", { name: "Kommentar abgeben" }).click();
  await page.getByRole("heading", { name: "Fast fertig" }).waitFor();
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.filter((url) => url.includes("without-web-crypto"))).toEqual([]);
  await page.context().close();
});

test.each([
  ["", "", 1, 32],
  ["0a", "00ff", 2, 32],
  ["ff".repeat(100), "01".repeat(64), 1000, 16],
])("its keys are those of Web Crypto: %s %s %i %i", async (password, salt, iterations, length) => {
  const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, "hex"));
  const key = await derived(
    { hash: "SHA-256", salt: bytes(salt), iterations },
    bytes(password),
    length,
  );
  expect(Buffer.from(key)).toEqual(
    pbkdf2Sync(bytes(password), bytes(salt), iterations, length, "sha256"),
  );
});

test("another hash is refused rather than solved wrongly", async () => {
  const salt = new Uint8Array(1);
  await expect(derived({ hash: "SHA-512", salt, iterations: 1 }, salt, 32)).rejects.toThrow(
    "no SHA-512",
  );
});
