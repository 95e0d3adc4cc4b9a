import { lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Assets } from "../../layouts/assets.ts";
import { printPage } from "../../layouts/print.ts";
import type { Page } from "../../magazine/pages/page.ts";
import { overBudget } from "./budget.ts";
import { drawPictures } from "./pictures.ts";
import type { Drawn } from "./pictures.ts";
import type { Prints } from "./plan/fingerprint.ts";
import { hashOf } from "./plan/stamps.ts";
import type { Printed } from "./plan/state.ts";
import { fileOf } from "./sheets.ts";
import type { PrintedSheet } from "./sheets.ts";

/** Up to so many pages a whole print goes through the press; a larger one would hold all of them in memory at once (docs/decisions/planner.md). */
const mostInPress = 2000;

interface Printing {
  /** The folder that is printed into. */
  readonly fresh: string;
  readonly content: string;
  /** Where drawn pictures are kept. */
  readonly cache: string;
  readonly assets: Assets;
  readonly prints: Prints;
  /** Whether these are all the sheets there are. */
  readonly isWhole: boolean;
  /** Whether pages of articles are weighed. */
  readonly weighs: boolean;
  /** Told after every sheet. */
  readonly progress: () => void;
}

export interface PrintedSheets extends Drawn {
  readonly files: ReadonlyMap<string, Printed>;
  /** A line for each page of an article that is over the budget. */
  readonly heavy: readonly string[];
}

/** Prints sheets into a fresh folder. */
export async function printSheets(
  sheets: readonly PrintedSheet[],
  printing: Printing,
): Promise<PrintedSheets> {
  const { fresh, content, cache } = printing;
  const write = writer(fresh);
  const files = new Map<string, Printed>();
  for (const sheet of sheets) {
    if (!("bytes" in sheet)) continue;
    const bytes = sheet.bytes();
    write(sheet.file, bytes);
    files.set(sheet.file, printedAs(fresh, sheet, bytes));
    printing.progress();
  }
  const pictures = sheets.filter((sheet) => "rendition" in sheet || "card" in sheet);
  const drawn = await drawPictures(
    pictures.flatMap((sheet) => ("rendition" in sheet ? [sheet.rendition] : [])),
    { content, out: fresh, cache },
    pictures.flatMap((sheet) => ("card" in sheet ? [sheet.card] : [])),
  );
  if (drawn.undrawn.size > 0) return { ...drawn, files, heavy: [] };
  for (const sheet of pictures) {
    files.set(sheet.file, printedAs(fresh, sheet, readFileSync(join(fresh, sheet.file))));
    printing.progress();
  }
  const heavy = await printPages(
    sheets.flatMap((sheet) => ("page" in sheet ? [sheet.page] : [])),
    { ...printing, write, files },
  );
  return { ...drawn, files, heavy };
}

interface PagePrinting extends Printing {
  readonly write: (file: string, bytes: string) => void;
  /** Takes what was printed. */
  readonly files: Map<string, Printed>;
}

/** What is known of a page once it is printed, and before its file is looked at. */
interface PrintedPage {
  readonly fingerprint: string;
  readonly words: string;
  readonly made: string;
  readonly hash: string;
}

/** @returns a line for each that is over the budget */
async function printPages(pages: readonly Page[], printing: PagePrinting): Promise<string[]> {
  const { fresh, assets, prints, files, write, progress } = printing;
  const printed = new Map<string, PrintedPage>();
  const heavy: string[] = [];
  const print = (page: Page): string => {
    // A view is made whenever one looks at it; here it is looked at three times.
    const still = { ...page };
    const html = named(still, assets);
    printed.set(fileOf(page.path), {
      fingerprint: prints.fingerprint(still),
      words: prints.words(still),
      made: prints.made(page),
      hash: hashOf(html),
    });
    if (printing.weighs && page.layout === "article")
      heavy.push(...overBudget([{ path: page.path, html }]));
    progress();
    return html;
  };
  if (printing.isWhole && pages.length <= mostInPress) {
    // It takes half of a start, which nobody waits for who prints a few pages, or whose content has mistakes.
    const { press } = await import("../../eleventy.config.ts");
    await press(pages, print, fresh);
  } else for (const page of pages) write(fileOf(page.path), print(page));
  for (const [file, { fingerprint, words, made, hash }] of printed) {
    const { size, mtimeMs } = lstatSync(join(fresh, file));
    files.set(file, [fingerprint, [size, mtimeMs, hash], words, made]);
  }
  return heavy;
}

/** An error names the page. */
function named(page: Page, assets: Assets): string {
  try {
    return printPage(page, assets);
  } catch (cause) {
    throw new Error(`${page.path} (${page.source}) could not be printed: ${String(cause)}`, {
      cause,
    });
  }
}

function printedAs(fresh: string, sheet: PrintedSheet, bytes: Uint8Array): Printed {
  const { size, mtimeMs } = lstatSync(join(fresh, sheet.file));
  return [sheet.fingerprint(), [size, mtimeMs, hashOf(bytes)], "", ""];
}

/** Writes files below a folder, and makes each folder once. */
function writer(folder: string): (file: string, bytes: string | Uint8Array) => void {
  const made = new Set<string>();
  return (file, bytes) => {
    const path = join(folder, file);
    const below = dirname(path);
    if (!made.has(below)) {
      mkdirSync(below, { recursive: true });
      made.add(below);
    }
    writeFileSync(path, bytes);
  };
}
