import { aliasPage, readAlias } from "../aliases.ts";
import type { Language } from "../model.ts";
import { addressWords } from "../words/address-words.ts";
import { documentsIn, folders, readDocument } from "./documents.ts";
import { listFiles } from "./files.ts";
import type { Document, Folder } from "./documents.ts";
import { readSettings } from "./settings.ts";
import { isReserved, isSlug } from "./slugs.ts";

/** What one may choose, and the name under which readers know it. */
export interface Choice {
  readonly slug: string;
  readonly name: string;
}

/** What a new file has to fit in with. It can be told although other files have mistakes. */
export interface Outline {
  readonly language: Language;
  readonly timeZone: string;
  readonly columns: readonly Choice[];
  readonly authors: readonly Choice[];
  /** Whether the newest article stands in a folder of its year. */
  readonly hasYears: boolean;
  /**
   * Whether a file of that name may stand in the folder.
   *
   * @returns null, or the file that has the name, the id or the address already; `"slug"` where the name is none, `"reserved"` where it is
   *   one of the magazine's own addresses
   */
  readonly obstacle: (folder: Folder, slug: string, column?: string) => string | null;
}

/** Reads the content folder as far as `Outline` goes. @throws MissingMagazine as `readMagazine` does */
export function readOutline(folder: string): Outline {
  const files = listFiles(folder);
  const ignore = () => undefined;
  const { language, timeZone } = readSettings(folder, ignore);
  const documents = new Map(
    folders.map((kind) => [
      kind,
      documentsIn(files, kind).map((file) => readDocument(folder, file, ignore)),
    ]),
  );
  const of = (kind: Folder) => documents.get(kind) ?? [];
  const newest = of("articles").toSorted((a, b) =>
    fieldOf(a, "date") < fieldOf(b, "date") ? 1 : -1,
  );
  return {
    language,
    timeZone,
    columns: of("columns").map(choiceOf),
    authors: of("authors").map(choiceOf),
    hasYears: /^articles\/\d{4}\//.test(newest[0]?.file ?? ""),
    obstacle: (kind, slug, column = "") => {
      if (!isSlug(slug)) return "slug";
      if (isReserved(slug, language)) return "reserved";
      // Columns and pages both stand at the site's root.
      const beside =
        kind === "columns" || kind === "pages" ? [...of("columns"), ...of("pages")] : of(kind);
      const above = { articles: `/${column}`, authors: `/${addressWords[language].authors}` };
      const address = `${kind === "articles" || kind === "authors" ? above[kind] : ""}/${slug}/`;
      const taken =
        beside.find((one) => one.slug === slug || (fieldOf(one, "id") || one.slug) === slug) ??
        of("articles").find((one) => formerPages(one).includes(address));
      return taken?.file ?? null;
    },
  };
}

function choiceOf(document: Document): Choice {
  return { slug: document.slug, name: fieldOf(document, "name") || document.slug };
}

function fieldOf({ fields }: Document, field: string): string {
  const written = fields?.data[field];
  return typeof written === "string" ? written : "";
}

function formerPages({ fields }: Document): string[] {
  const written = fields?.data["aliases"];
  if (!Array.isArray(written)) return [];
  return written.map((alias) => aliasPage(readAlias(String(alias)) ?? ""));
}
