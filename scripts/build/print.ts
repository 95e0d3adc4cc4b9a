import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assets } from "../../layouts/assets.ts";
import type { Piece } from "../../layouts/html.ts";
import { printPieces } from "../../layouts/print.ts";
import { still } from "../../magazine/pages/page.ts";
import type { Page } from "../../magazine/pages/page.ts";
import { drawPictures } from "./pictures.ts";
import type { Drawn } from "./pictures.ts";
import type { Prints, Told } from "./plan/fingerprint.ts";
import { hashOf } from "./plan/stamps.ts";
import type { Stamp } from "./plan/stamps.ts";
import type { Printed } from "./plan/state.ts";
import { fileOf } from "./sheets.ts";
import type { PrintedSheet } from "./sheets.ts";
import { inUtf8, judged, writerInto } from "./writer.ts";
import type { PieceSheaf, Sheaf, Written } from "./writer.ts";
import { writeBeside } from "./writing.ts";

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
  /** What pages are printed from, where it has been told already. */
  readonly told: ReadonlyMap<string, Told>;
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

/** Prints sheets into a fresh folder, and uses up the list of them. */
export async function printSheets(
  sheets: PrintedSheet[],
  printing: Printing,
): Promise<PrintedSheets> {
  const { fresh, content, cache } = printing;
  const write = writerInto(fresh);
  const files = new Map<string, Printed>();
  for (const sheet of sheets) {
    if (!("bytes" in sheet)) continue;
    const { stamp } = write({
      file: sheet.file,
      own: sheet.bytes(),
      shared: [],
      weighed: null,
    });
    files.set(sheet.file, { fingerprint: sheet.fingerprint, stamp, made: "", words: "" });
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
    const { size, mtimeMs } = lstatSync(join(fresh, sheet.file));
    const hash = hashOf(readFileSync(join(fresh, sheet.file)));
    const stamp: Stamp = [size, mtimeMs, hash];
    files.set(sheet.file, { fingerprint: sheet.fingerprint, stamp, made: "", words: "" });
    printing.progress();
  }
  const pages = sheets.flatMap((sheet) => ("page" in sheet ? [sheet.page] : []));
  sheets.length = 0;
  const heavy = await printPages(pages, { ...printing, write, files });
  return { ...drawn, files, heavy };
}

interface PagePrinting extends Printing {
  readonly write: (sheaf: Sheaf) => Written;
  /** Takes what was printed. */
  readonly files: Map<string, Printed>;
}

/** @returns a line for each that is over the budget */
async function printPages(pages: Page[], printing: PagePrinting): Promise<string[]> {
  const { assets, prints, told, files, weighs, progress } = printing;
  const printed = new Map<string, Told>();
  const print = (page: Page): readonly Piece[] => {
    // Here it is looked at several times.
    const seen = still(page);
    const pieces = named(seen, assets);
    const file = fileOf(page.path);
    printed.set(file, told.get(file) ?? { ...prints.of(seen), made: prints.made(page) });
    progress();
    return pieces;
  };
  const sheafOf = (page: Page, pieces: readonly Piece[]): PieceSheaf => ({
    file: fileOf(page.path),
    pieces,
    weighed: weighs && page.layout === "article" ? page.path : null,
  });
  const heavy: string[] = [];
  const take = (file: string, { stamp, heavy: lines }: Written): void => {
    const page = printed.get(file);
    printed.delete(file);
    if (page !== undefined) files.set(file, { ...page, stamp });
    heavy.push(...lines);
  };
  await writePages(pages, { ...printing, print, sheafOf, take });
  return heavy;
}

interface PageWriting extends PagePrinting {
  readonly print: (page: Page) => readonly Piece[];
  readonly sheafOf: (page: Page, pieces: readonly Piece[]) => PieceSheaf;
  readonly take: (file: string, written: Written) => void;
}

/** Few pages are written one after the other, whole magazines by Eleventy, and many pages beside the printing of the next ones. */
async function writePages(
  pages: Page[],
  { fresh, isWhole, write, print, sheafOf, take }: PageWriting,
): Promise<void> {
  if (pages.length > mostInPress)
    return writeBeside(
      fresh,
      usedUp(pages, (page) => sheafOf(page, print(page))),
      take,
    );
  if (!isWhole) {
    for (const page of pages) take(fileOf(page.path), write(inUtf8(sheafOf(page, print(page)))));
    return;
  }
  // It takes half of a start, which nobody waits for who prints a few pages, or whose content has mistakes.
  const { press } = await import("../../eleventy.config.ts");
  const told = new Map<string, Omit<ReturnType<typeof judged>, "bytes">>();
  const printAndJudge = (page: Page): string => {
    const pieces = print(page);
    const { hash, heavy } = judged(inUtf8(sheafOf(page, pieces)));
    told.set(fileOf(page.path), { hash, heavy });
    return pieces.join("");
  };
  await press(pages, printAndJudge, fresh);
  for (const [file, { hash, heavy }] of told) {
    const { size, mtimeMs } = lstatSync(join(fresh, file));
    take(file, { stamp: [size, mtimeMs, hash], heavy });
  }
}

/** What is made of each, when it is asked for; the list lets go of those that are through. */
function* usedUp<From, To>(all: From[], make: (one: From) => To): Iterable<To> {
  all.reverse();
  for (let one = all.pop(); one !== undefined; one = all.pop()) yield make(one);
}

/** An error names the page. */
function named(page: Page, assets: Assets): readonly Piece[] {
  try {
    return printPieces(page, assets);
  } catch (cause) {
    throw new Error(`${page.path} (${page.source}) could not be printed: ${String(cause)}`, {
      cause,
    });
  }
}
