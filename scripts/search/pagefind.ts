import { rmSync } from "node:fs";
import { join } from "node:path";
import { close, createIndex } from "pagefind";
import type { Language } from "../../magazine/model.ts";
import { filesIn } from "../build/files.ts";

/** A document and the address that it is found under. */
export interface SearchRecord {
  readonly url: string;
  readonly html: string;
}

/** The part of an index that the browser runs: a script, and WebAssembly with the stemmer of the language. */
export const programOf = (language: Language) => ({
  script: "pagefind.js",
  assembly: `wasm.${language}.pagefind`,
});

/**
 * Writes an index and the program that searches it. The same records in the same order give the same bytes.
 *
 * @param folder is made, and should not be there
 * @param records are asked for one by one
 * @throws Error with what Pagefind says
 */
export async function writeIndex(
  folder: string,
  records: Iterable<SearchRecord>,
  language: Language,
): Promise<void> {
  try {
    const { index, errors } = await createIndex({
      forceLanguage: language,
      // The dateline; a result has its date anyway.
      excludeSelectors: ["time"],
    });
    if (index === undefined) throw new Error(`Pagefind: ${errors.join("; ")}`);
    for (const { url, html: content } of records) refuse(await index.addHTMLFile({ url, content }));
    refuse(await index.writeFiles({ outputPath: folder }));
  } finally {
    // Its process ends, and with it the memory that it has taken.
    await close();
  }
  const wanted =
    /^(?:pagefind-entry\.json|pagefind\.[^/]*\.pf_meta|(?:index|filter|fragment)\/.*)$/;
  const ours = Object.values(programOf(language));
  // Ready-made interfaces are among the rest, and they write innerHTML.
  for (const file of filesIn(folder))
    if (!wanted.test(file) && !ours.includes(file)) rmSync(join(folder, file));
}

function refuse({ errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
}
