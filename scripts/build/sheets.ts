import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Magazine } from "../../magazine/model.ts";
import type { Page } from "../../magazine/pages/page.ts";
import type { Rendition } from "../../magazine/pictures.ts";
import type { AssetFile } from "./assets.ts";
import { cardsIn, printedImages, renditionsIn } from "./images.ts";
import type { PrintedCard } from "./pictures.ts";
import type { Prints } from "./plan/fingerprint.ts";
import type { Sheet } from "./plan/plan.ts";
import { hashOf } from "./plan/stamps.ts";

/** Something to be printed, and what it is. */
export type PrintedSheet =
  | (Sheet & { readonly page: Page })
  | (Sheet & { readonly bytes: () => Uint8Array })
  | (Sheet & { readonly rendition: Rendition })
  | (Sheet & { readonly card: PrintedCard });

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
  readonly prints: Prints;
}

/** Everything that is to stand in the output folder. */
export function sheetsOf(
  { pages, files, edition }: Composition,
  { content, draws, prints }: Options,
): PrintedSheet[] {
  const images = edition === null ? [] : printedImages(edition);
  return [
    ...pages.map((page) => ({
      file: fileOf(page.path),
      fingerprint: () => prints.fingerprint(page),
      made: (before: string) => prints.made(page, before),
      page,
    })),
    ...files.map(({ path, bytes }) => ({
      file: path.slice(1),
      fingerprint: () => hashOf(bytes),
      made: () => "",
      bytes: () => bytes,
    })),
    ...images.map(([address, file]) =>
      named(address, { bytes: () => readFileSync(join(content, file)) }),
    ),
    ...(edition === null || !draws ? [] : drawnIn(edition)),
  ];
}

function drawnIn(edition: Magazine): PrintedSheet[] {
  return [
    ...renditionsIn(edition).map((rendition) => named(rendition.address, { rendition })),
    ...cardsIn(edition).map((card) => named(card.address, { card })),
  ];
}

/** An address that holds a hash of all that its bytes depend on. */
function named<What>(address: string, what: What): Sheet & What {
  return { file: address.slice(1), fingerprint: () => address, made: () => "", ...what };
}

/** The file that a page is printed into, below the output folder. */
export function fileOf(path: string): string {
  return (path.endsWith("/") ? `${path}index.html` : path).slice(1);
}
