import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readOrder } from "../../../scripts/deploy/order.ts";
import type { Given } from "../../../scripts/deploy/order.ts";
import { readPrintedSite } from "../../../scripts/deploy/printed-site.ts";
import { releaseOf, switchTo } from "../../../scripts/deploy/switch.ts";

/** The edition's page, long enough to be read in several pieces; its script's name carries the edition, as a hash would. */
export function pageOf(edition: number): string {
  const script = `/assets/site-${String(edition).padStart(8, "0")}.js`;
  return `<script src="${script}"></script>${`<p>Ausgabe ${edition}</p>\n`.repeat(4000)}`;
}

/** Lays a printed magazine into a folder, as small as one can be. */
export function printEdition(folder: string, edition: number): void {
  const name = `site-${String(edition).padStart(8, "0")}.js`;
  writeAll(folder, {
    "threads.json": JSON.stringify({ version: 1, site: {}, threads: [] }),
    ".kolumne-printed": "index.html\n",
    "index.html": pageOf(edition),
    "impressum/index.html": "<p>Impressum</p>",
    "bilder/portrait.850e07a1.svg": "<svg/>",
    [`assets/${name}`]: `edition(${edition});`,
  });
}

export function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The edition's time: a minute after the one before. */
function timeOf(edition: number): Date {
  return new Date(Date.UTC(2026, 10, 20, 12, edition));
}

/** Prints an edition into a folder of its own below `folder`, and deploys that to `folder/online`. @returns the release's name */
export function deployEdition(folder: string, edition: number, given: Given = {}) {
  const out = join(folder, `printed-${edition}`);
  printEdition(out, edition);
  return deployPrinted(folder, out, edition, given);
}

/** Deploys what a folder holds to `folder/online`, at the edition's time. @returns the name of the release that is online then */
export function deployPrinted(folder: string, out: string, edition: number, given: Given = {}) {
  const to = join(folder, "online");
  const order = readOrder({ target: "folder", to, out, "no-build": true, ...given }, {});
  const site = readPrintedSite(out);
  const release = releaseOf(order, site, timeOf(edition));
  return switchTo(order, site, release).then(({ online }) => online);
}

/** What a reader gets. */
export function read(folder: string, path: string): string {
  return readFileSync(join(folder, "online/current", path), "utf8");
}

/** All that stands where releases are made, hidden files too. */
export function standing(folder: string): string[] {
  const online = join(folder, "online");
  return [...readdirSync(online), ...readdirSync(join(online, "releases"))].toSorted();
}
