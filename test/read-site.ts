import type { Assets } from "../layouts/assets.ts";
import { editionAt } from "../magazine/edition.ts";
import type { Magazine } from "../magazine/model.ts";
import { pagesOf } from "../magazine/pages/pages.ts";
import type { Page } from "../magazine/pages/page.ts";
import { readMagazine } from "../magazine/read/magazine.ts";
import { buildAssets } from "../scripts/build/assets.ts";

/** The day on which tests read a magazine. */
export const today = new Date("2026-11-20T12:00:00Z");

interface Reading {
  readonly magazine: Magazine;
  readonly pages: readonly Page[];
  readonly assets: Assets;
}

const readings = new Map<string, Promise<Reading>>();

/** Reads a content folder and plans its pages; nothing is printed. */
export function readSite(content: string): Promise<Reading> {
  return once(readings, content, read);
}

/** What stands in `fixtures` stays as it is, and so each worker makes what is made of it once. */
export function once<Made>(
  known: Map<string, Promise<Made>>,
  content: string,
  make: (content: string) => Promise<Made>,
): Promise<Made> {
  if (!content.startsWith("test/fixtures/")) return make(content);
  const made = known.get(content) ?? make(content);
  known.set(content, made);
  return made;
}

async function read(content: string): Promise<Reading> {
  const magazine = editionAt(readMagazine(content), today, false);
  const { assets } = await buildAssets(magazine.language);
  return { magazine, pages: pagesOf(magazine), assets };
}
