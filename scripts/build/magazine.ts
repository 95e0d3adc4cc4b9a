import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Magazine } from "../../magazine/model.ts";
import type { Page } from "../../magazine/pages/page.ts";
import { readMagazine } from "../../magazine/read/magazine.ts";
import { ContentMistakes } from "../../magazine/read/mistakes.ts";
import type { Mistake } from "../../magazine/read/mistakes.ts";
import { tellMistakes, toldFrom } from "../../magazine/read/telling.ts";
import { buildAssets } from "./assets.ts";
import { overBudget } from "./budget.ts";
import type { AssetFile } from "./assets.ts";
import { compose } from "./composed.ts";
import { cardsIn, imageFiles, renditionsIn } from "./images.ts";
import { inWords, refuseForeign } from "./output.ts";
import { drawPictures, forgetPictures, pictureCache } from "./pictures.ts";
import { replaceFolder } from "./replace.ts";
import type { Replaced } from "./replace.ts";

export interface BuildOptions {
  /** The content folder. */
  readonly content: string;
  /** The output folder. */
  readonly out: string;
  /** Instead of the magazine's own address: scheme and host. */
  readonly url?: string;
  /** Instead of the comments service that magazine.yaml names: scheme and host. A magazine without comments stays without. */
  readonly service?: string;
  /** Decides which articles exist; the clock's time when it is left out. Written as in an article's date, or as an ISO 8601 instant. */
  readonly now?: string;
  /** Prints a page besides that shows what a text may hold. */
  readonly stylePage?: boolean;
  /** Prints what is right, and in place of what is not pages that name the mistakes: for a preview only. */
  readonly showMistakes?: boolean;
  /** Prints drafts, future and expired articles as well, each with a mark. */
  readonly preview: boolean;
  /** Draws no pictures, but writes what there is to draw into this file: whoever serves the pages draws those that are asked for. */
  readonly pictures?: string;
  /** Where drawn pictures are kept between builds; `.cache/kolumne/pictures` when it is left out. */
  readonly cache?: string;
}

export interface Built extends Replaced {
  /** How many pictures were drawn; those of earlier builds are kept. */
  readonly drawn: number;
  /** Those that pages name instead of being printed; none but with `showMistakes`. */
  readonly mistakes: readonly Mistake[];
  /** A line for each page of an article that is over the budget. */
  readonly heavy: readonly string[];
}

/**
 * Prints the magazine. The output folder changes only when all went well: everything is printed beside it first. What no build has
 * printed is neither overwritten nor deleted.
 *
 * @throws ContentMistakes when the content has mistakes, unless pages are to show them
 * @throws UsageError when the output folder holds what would be in the way, or cannot be written
 */
export async function buildMagazine(options: BuildOptions): Promise<Built> {
  try {
    return await print(options);
  } catch (error) {
    if (!(error instanceof ContentMistakes)) throw error;
    throw new ContentMistakes(error.mistakes, (mistakes) =>
      tellMistakes(toldFrom(options.content, mistakes)),
    );
  }
}

async function print(options: BuildOptions): Promise<Built> {
  const out = resolve(options.out);
  refuseForeign(out, resolve(options.content));
  const { language, edition, pages, mistakes } = compose(options);
  const { assets, files } = await buildAssets(language);

  const fresh = join(dirname(out), `.${basename(out)}.printing-${process.pid}`);
  const remove = () => rmSync(fresh, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    mkdirSync(fresh, { recursive: true });
    write(fresh, [...files, ...(edition ? imageFiles(edition, options.content) : [])]);
    const drawn = edition ? await pictures(edition, fresh, options) : 0;
    // It takes half of a start, which nobody waits for whose content has mistakes.
    const { press } = await import("../../eleventy.config.ts");
    await press(pages, assets, fresh);
    // Whoever writes sees it when the magazine is built for readers.
    const heavy = options.preview ? [] : overBudget(articlesIn(pages, fresh));
    return { ...replaceFolder(out, fresh), drawn, mistakes, heavy };
  } catch (error) {
    throw inWords(error, out);
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** The printed pages of articles, one after the other. */
function articlesIn(pages: readonly Page[], folder: string) {
  return pages
    .filter(({ layout }) => layout === "article")
    .map(({ path }) => ({
      path,
      html: readFileSync(join(folder, path, "index.html"), "utf8"),
    }));
}

/** @returns how many were drawn */
async function pictures(
  edition: Magazine,
  out: string,
  { content, pictures: list, cache = pictureCache }: BuildOptions,
): Promise<number> {
  const renditions = renditionsIn(edition);
  if (list !== undefined) {
    mkdirSync(dirname(list), { recursive: true });
    writeFileSync(list, JSON.stringify(renditions));
    return 0;
  }
  const { drawn, undrawn } = await drawPictures(
    renditions,
    { content, out, cache },
    cardsIn(edition),
  );
  forgetPictures(cache, new Date());
  // Told like any other mistake, where the picture is named.
  if (undrawn.size > 0) {
    readMagazine(content, undrawn);
    throw new Error([...undrawn].map(([file, why]) => `${file}: ${why}`).join("\n"));
  }
  return drawn;
}

function write(folder: string, files: readonly AssetFile[]): void {
  for (const { path, bytes } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
