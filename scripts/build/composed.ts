import { editionAt } from "../../magazine/edition.ts";
import { refuseFuture } from "../../magazine/future.ts";
import type { Language, Magazine } from "../../magazine/model.ts";
import { refuseDeadLinks } from "../../magazine/pages/dead-links.ts";
import { addressOf, withMistaken } from "../../magazine/pages/mistaken.ts";
import { pagesOf } from "../../magazine/pages/pages.ts";
import type { Page } from "../../magazine/pages/page.ts";
import type { Memory } from "../../magazine/read/memory.ts";
import { stylePage } from "../../magazine/pages/style-page.ts";
import { readContent, readMagazine } from "../../magazine/read/magazine.ts";
import { distinctMistakes } from "../../magazine/read/mistakes.ts";
import type { Mistake, Report } from "../../magazine/read/mistakes.ts";
import { toldFrom } from "../../magazine/read/telling.ts";
import { timeOption } from "../time-option.ts";
import type { BuildOptions } from "./magazine.ts";

/** What is to be printed. */
export interface Composed {
  readonly language: Language;
  /** Null: only mistakes can be shown. */
  readonly edition: Magazine | null;
  readonly pages: readonly Page[];
  /** The time of the edition. */
  readonly from: Date;
  /** Those that pages of a preview name. */
  readonly mistakes: readonly Mistake[];
}

/**
 * @param memory what was kept of the content's files; left out, all are read
 * @throws ContentMistakes when the content has mistakes, and is not to show them
 */
export function compose(options: BuildOptions, memory?: Memory): Composed {
  if (options.showMistakes === true) return composeAll(options, memory);
  const magazine = atAddresses(readMagazine(options.content, undefined, memory), options);
  return { language: magazine.language, ...editionOf(magazine, options), mistakes: [] };
}

function composeAll(options: BuildOptions, memory?: Memory): Composed {
  const {
    language,
    magazine: read,
    mistakes,
    unread,
  } = readContent(options.content, undefined, memory);
  const found = [...mistakes];
  const report: Report = (mistake) => void found.push(mistake);
  const magazine = read && atAddresses(read, options);
  const addresses = unread.map((one) => addressOf(one, language)).filter((one) => one !== null);
  const { edition, pages, from } = magazine
    ? editionOf(magazine, options, { report, unread: addresses })
    : { edition: null, pages: [], from: new Date() };
  const all = distinctMistakes(found);
  const told = toldFrom(options.content, all);
  return {
    language,
    edition,
    from,
    pages: withMistaken(pages, { ...told, unread }),
    mistakes: all,
  };
}

/** @throws ContentMistakes when nobody takes the mistakes */
function editionOf(
  magazine: Magazine,
  options: BuildOptions,
  { report, unread }: { readonly report?: Report; readonly unread?: readonly string[] } = {},
) {
  const now = timeOption("--now", options.now, magazine.timeZone);
  // An earlier edition may be printed from the texts of today: what has happened is no mistake in it.
  refuseFuture(magazine, new Date(Math.max(now.getTime(), Date.now())), report);
  const edition = editionAt(magazine, now, options.preview);
  const made = pagesOf(edition, report);
  // Where every article is public, these are all the pages that a link may lead to.
  const isAll = edition.articles.length === magazine.articles.length;
  refuseDeadLinks(magazine, report, isAll ? { unread, pages: made } : { unread });
  const pages = options.stylePage ? [...made, stylePage(edition)] : made;
  return { edition, pages, from: now };
}

/** With the addresses that a build was asked for. */
export function atAddresses(magazine: Magazine, { url, service }: BuildOptions): Magazine {
  return {
    ...magazine,
    url: url ?? magazine.url,
    comments: magazine.comments && { service: service ?? magazine.comments.service },
  };
}
