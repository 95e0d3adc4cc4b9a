import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Magazine } from "../../magazine/model.ts";
import type { Page } from "../../magazine/pages/page.ts";
import type { Rendition } from "../../magazine/pictures.ts";
import type { AssetFile } from "./assets.ts";
import { cardsIn, printedImages, renditionsIn } from "./images.ts";
import type { PrintedCard } from "./pictures.ts";
import type { Prints } from "./plan/fingerprint.ts";
import type { Sheet, Teller } from "./plan/plan.ts";
import { hashOf } from "./plan/stamps.ts";

/** Something to be printed, and what it is. */
export type PrintedSheet =
  | (Sheet & { readonly page: Page })
  | (Sheet & Named & { readonly bytes: () => Uint8Array })
  | (Sheet & Named & { readonly rendition: Rendition })
  | (Sheet & Named & { readonly card: PrintedCard });

interface Named {
  /** Of all that decides its bytes: an address that holds a hash of that, or a hash of the bytes. */
  readonly fingerprint: string;
}

interface Composition {
  readonly pages: readonly Page[];
  /** Scripts and signs. */
  readonly files: readonly AssetFile[];
  /** Null: there is none, and so no picture. */
  readonly edition: Magazine | null;
}

interface Options {
  readonly content: string;
  /** Whether pictures are drawn, too. */
  readonly draws: boolean;
}

/** Everything that is to stand in the output folder. */
export function sheetsOf(
  { pages, files, edition }: Composition,
  { content, draws }: Options,
): PrintedSheet[] {
  const images = edition === null ? [] : printedImages(edition);
  return [
    ...pages.map(sheetOf),
    ...files.map(({ path, bytes }) => ({
      file: path.slice(1),
      fingerprint: hashOf(bytes),
      bytes: () => bytes,
    })),
    ...images.map(([address, file]) =>
      named(address, { bytes: () => readFileSync(join(content, file)) }),
    ),
    ...(edition === null || !draws ? [] : drawnIn(edition)),
  ];
}

export function sheetOf(page: Page): Sheet & { readonly page: Page } {
  return { file: fileOf(page.path), page };
}

function drawnIn(edition: Magazine): PrintedSheet[] {
  return [
    ...renditionsIn(edition).map((rendition) => named(rendition.address, { rendition })),
    ...cardsIn(edition).map((card) => named(card.address, { card })),
  ];
}

/** An address that holds a hash of all that its bytes depend on. */
function named<What>(address: string, what: What): Sheet & Named & What {
  return { file: address.slice(1), fingerprint: address, ...what };
}

/** Of pages it is told by `prints`; all others bear it. */
export function tellerOf(prints: Prints): Teller<PrintedSheet> {
  return {
    of: (sheet) =>
      "page" in sheet ? prints.of(sheet.page) : { fingerprint: sheet.fingerprint, words: "" },
    made: (sheet, before) => ("page" in sheet ? prints.made(sheet.page, before) : ""),
  };
}

/** The file that a page is printed into, below the output folder. */
export function fileOf(path: string): string {
  return (path.endsWith("/") ? `${path}index.html` : path).slice(1);
}
