import type { FramedLayout, Page } from "../magazine/pages/page.ts";
import type { FramedView } from "../magazine/pages/views.ts";
import type { Assets } from "./assets.ts";
import type { Piece } from "./html.ts";
import { registry } from "./registry.ts";
import type { BareKind, FramedKind } from "./registry.ts";
import { shell } from "./shell.ts";

/** The text of a page. Pure: the same page and assets give the same text. */
export function printPage(page: Page, assets: Assets): string {
  return printPieces(page, assets).join("");
}

/** The same as the pieces that it is made of, for whoever need not look at what many pages share each time anew. */
export function printPieces({ layout, view }: Page, assets: Assets): readonly Piece[] {
  // The page's type pairs each name with its view; TypeScript cannot follow the pair through the registry.
  const kind = registry[layout] as FramedKind<Page["view"]> | BareKind<Page["view"]>;
  if (!("styles" in kind)) return [kind.print(view).toString()];
  return shell(layout as FramedLayout, view as FramedView, kind.print(view), assets);
}
