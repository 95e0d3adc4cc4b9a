import { indexOf } from "../index.ts";
import type { Magazine } from "../model.ts";
import type { Report } from "../read/mistakes.ts";
import { addressesIn } from "./addresses.ts";
import { archivePages } from "./archive.ts";
import { articlePages } from "./article.ts";
import { authorPages, authorsPage } from "./authors.ts";
import { columnPages } from "./column.ts";
import type { Context } from "./context.ts";
import { refuseDuplicates } from "./duplicates.ts";
import { feedPages } from "./feed.ts";
import { authorNote, frameOf } from "./frame.ts";
import { homePages } from "./home.ts";
import { movedIn, movedPages } from "./moved.ts";
import { headersPage, robotsPage, schedulePage } from "./machines.ts";
import { notFoundPage, plainPages } from "./plain.ts";
import { searchPage } from "./search.ts";
import { newsSitemapPage, sitemapPages } from "./sitemaps.ts";
import { threadPages } from "./threads.ts";
import { seriesPages, topicPages } from "./topics.ts";
import type { Page } from "./page.ts";

/**
 * Every page of the magazine, each with its address, the name of its layout and the view that the layout prints.
 * Pure: the same magazine gives the same list.
 *
 * @param report takes the mistakes, and the list is made without what they are about; without it they are thrown
 * @throws ContentMistakes when two pages have one address, or a former address is a page's.
 */
export function pagesOf(magazine: Magazine, report?: Report): readonly Page[] {
  const context = contextOf(magazine);
  const pages = refuseDuplicates(
    [
      ...homePages(context),
      ...magazine.columns.flatMap((column) => columnPages(context, column)),
      ...magazine.articles.flatMap((article) => articlePages(context, article)),
      ...topicPages(context),
      ...seriesPages(context),
      ...archivePages(context),
      searchPage(context),
      authorsPage(context),
      ...magazine.authors.flatMap((author) => authorPages(context, author)),
      ...plainPages(context),
      notFoundPage(context),
      ...feedPages(context),
      ...sitemapPages(context),
      newsSitemapPage(context),
      ...threadPages(context),
      schedulePage(context),
      robotsPage(context),
      headersPage(context),
    ],
    report,
  );
  return [...pages, ...movedPages(context, pages, report)];
}

const contexts = new WeakMap<Magazine, Context>();

/** What every page of a magazine is made from; made once. */
export function contextOf(magazine: Magazine): Context {
  const context = contexts.get(magazine) ?? makeContext(magazine);
  contexts.set(magazine, context);
  return context;
}

function makeContext(magazine: Magazine): Context {
  const addresses = addressesIn(magazine.language);
  const moved = movedIn(magazine, addresses);
  const around = { magazine, index: indexOf(magazine), addresses, moved };
  const notes = new Map(magazine.authors.map((author) => [author, authorNote(author, around)]));
  return { ...around, frame: frameOf(around), notes };
}
