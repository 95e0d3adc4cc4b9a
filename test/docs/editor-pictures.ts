import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { buildMagazine } from "../../scripts/build/magazine.ts";
import { serveFolder } from "../browser/static-server.ts";
import { openChromium } from "../browser.ts";
import { sample, today } from "../site.ts";

/** The pictures of docs/editors.*.md: what each shows, at which address, and where on the page. */
export const pictures = [
  { name: "forms", path: "/_style/", from: "Kasten" },
  { name: "list", path: "/marken/", from: null },
  { name: "draft", path: "/marken/ueber-das-furnier/", from: null },
] as const;

const folder = "docs/pictures";
const size = { width: 800, height: 560 };

/** Takes them of the sample that tests read, as `npm start` shows it. */
export async function takePictures(out: string): Promise<void> {
  const printed = mkdtempSync(join(tmpdir(), "kolumne-pictures-"));
  const now = today.toISOString();
  await buildMagazine({ content: sample, out: printed, preview: true, stylePage: true, now });
  const server = await serveFolder(printed);
  const browser = await openChromium();
  const page = await browser.newPage({ viewport: size, colorScheme: "light", bypassCSP: true });
  mkdirSync(out, { recursive: true });
  for (const { name, path, from } of pictures) {
    await page.goto(`${server.origin}${path}`);
    // The font that comes with the browser of npm has no half-bold letters; another one would stand in for them.
    await page.addStyleTag({ content: ".kick, .mark, .body time { font-weight: 700 !important }" });
    if (from !== null) await scrollTo(page, from);
    await page.screenshot({ path: join(out, `${name}.png`) });
  }
  await page.close();
  await server.close();
  rmSync(printed, { recursive: true });
}

async function scrollTo(page: Page, heading: string): Promise<void> {
  const place = page.getByRole("heading", { name: heading, exact: true });
  await place.evaluate((element) => element.scrollIntoView({ block: "start" }));
}

if (import.meta.main) {
  await takePictures(folder);
  console.log(`${pictures.length} pictures in ${folder}`);
  process.exit(0);
}
