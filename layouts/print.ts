import type { FramedLayout, Page } from "../magazine/pages/page.ts";
import type { FramedView } from "../magazine/pages/views.ts";
import type { Assets } from "./assets.ts";
import { registry } from "./registry.ts";
import type { BareKind, FramedKind } from "./registry.ts";
import { shell } from "./shell.ts";

/** The bytes of a page. Pure: the same page and assets give the same text. */
export function printPage({ layout, view }: Page, assets: Assets): string {
  // The page's type pairs each name with its view; TypeScript cannot follow the pair through the registry.
  const kind = registry[layout] as FramedKind<Page["view"]> | BareKind<Page["view"]>;
  if (!("styles" in kind)) return kind.print(view).toString();
  return shell(layout as FramedLayout, view as FramedView, kind.print(view), assets).toString();
}
