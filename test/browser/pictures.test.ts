import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePages, openChromium } from "../browser.ts";
import { attacks, drawings } from "../magazine/read/svg-corpus.ts";

let browser: Browser;
let origin: string;
/** What the browser asked for, beside the pictures themselves and what it always asks for. */
let asked: string[];

const pictures = [...attacks.map(([source]) => source), ...drawings];

/** A host without any headers of its own: the picture's address alone decides what it may do. */
const server = createServer((request, response) => {
  const picture = /^\/(\d+)\.(svg|html)$/.exec(request.url ?? "");
  if (picture === null) {
    if (request.url !== "/favicon.ico") asked.push(request.url ?? "");
    response.writeHead(404).end();
    return;
  }
  const [, number = "", kind] = picture;
  response.writeHead(200, { "content-type": kind === "svg" ? "image/svg+xml" : "text/html" });
  response.end(kind === "svg" ? pictures[Number(number)] : `<img src="${number}.svg">`);
});

beforeAll(async () => {
  browser = await openChromium();
  server.listen(0, "localhost");
  await once(server, "listening");
  // A listening TCP server has an address with a port.
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
}, 120_000);

afterAll(async () => {
  await closePages(browser);
  server.closeAllConnections();
  server.close();
});

/** Opens the picture at its own address and clicks into its middle. */
async function openAlone(source: string): Promise<Page> {
  asked = [];
  const page = await browser.newPage();
  await page.goto(`${origin}/${pictures.indexOf(source)}.svg`);
  await page.mouse.click(15, 10);
  return page;
}

/** The colour in the middle of the picture as a page shows it: red, green, blue. */
async function middleOf(page: Page, source: string): Promise<number[]> {
  await page.goto(`${origin}/${pictures.indexOf(source)}.html`);
  return page.evaluate(async () => {
    const image = document.images[0];
    const context = document.createElement("canvas").getContext("2d");
    if (image === undefined || context === null) return [];
    await image.decode();
    context.drawImage(image, 0, 0);
    const [red = 0, green = 0, blue = 0] = context.getImageData(15, 10, 1, 1).data;
    return [red, green, blue];
  });
}

test.each(attacks)("%s would get its way", async (source) => {
  const page = await openAlone(source);
  await expect.poll(() => asked, { timeout: 10_000 }).toContain("/ran");
  await page.close();
});

describe("a picture that is accepted", () => {
  test.each(drawings)("%s runs nothing at its own address", async (source) => {
    const page = await openAlone(source);
    await page.waitForLoadState("networkidle");
    await page.close();
    expect(asked).toEqual([]);
  });

  describe("in a page", () => {
    let page: Page;
    beforeAll(async () => {
      page = await browser.newPage();
    });

    test.each(drawings)("%s is drawn", async (source) => {
      expect(await middleOf(page, source)).toEqual([255, 0, 0]);
    });
  });
});
