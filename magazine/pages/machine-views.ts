import type { Language, Locale, Occasions, Publisher, Time } from "../model.ts";
import type { Told } from "../read/mistakes.ts";
import type { TextView, ArticleView } from "./views.ts";

/** The same for all formats; every address is absolute. */
export interface FeedView {
  readonly language: Language;
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  /** Scheme and host of the magazine, without a slash at the end. */
  readonly site: string;
  /** The page that shows the same articles; it is the feed's id, too. */
  readonly url: string;
  /** The feed's own address. */
  readonly self: string;
  /** The newest entry's, never the build's; null when there is none. */
  readonly updated: Time | null;
  readonly publisher: Publisher;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** A tag: URI (RFC 4151). */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly date: Time;
  /** When it was last changed, by what means ever; else when it appeared. */
  readonly updated: Time;
  readonly changes: Pick<ArticleView, "updated" | "corrections">;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  /** Its column, then its topics. */
  readonly categories: readonly string[];
  readonly standfirst: string | null;
  readonly image: ArticleView["image"];
  readonly text: TextView;
}

export interface SitemapView {
  readonly pages: readonly { readonly url: string; readonly updated: Time | null }[];
}

export interface SitemapIndexView {
  readonly sitemaps: SitemapView["pages"];
}

export interface NewsSitemapView {
  readonly publication: string;
  readonly language: Language;
  readonly articles: readonly {
    readonly url: string;
    readonly title: string;
    readonly date: Time;
  }[];
}

/** `threads.json`: what the comments service reads; its shape stands in the service's wire. A longer one than services take is of version 2, and empty. */
export interface ThreadsView extends ThreadsOfYearView {
  readonly site: {
    readonly title: string;
    readonly url: string;
    readonly language: Language;
    readonly timeZone: string;
    /** Plain pages that the service links to, absolute; left out where the magazine has none. */
    readonly imprint?: string;
    readonly privacy?: string;
    /** Authors with a badge of their own; left out where there is none. */
    readonly authors?: readonly { readonly id: string; readonly badge: string }[];
  };
}

/** `threads-by-year.json`: the same site, and the hash of each year's file (SHA-256, hexadecimal). */
export interface ThreadYearsView {
  readonly version: 1;
  readonly site: ThreadsView["site"];
  readonly years: readonly { readonly year: string; readonly hash: string }[];
}

/** The file of a year. */
export interface ThreadsOfYearView {
  readonly version: 1 | 2;
  readonly threads: readonly {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    readonly state: "open" | "closed";
    /** Who wrote the article: the names of their files. */
    readonly authors: readonly string[];
    /** Former addresses, absolute; left out where there are none. */
    readonly aliases?: readonly string[];
    /** When an open one closes by itself, in UTC; left out where it does not. */
    readonly closes?: string;
  }[];
}

/** What programs read, as it is printed: by this text it is hashed, too. */
export function jsonText(
  view: ThreadsView | ThreadYearsView | ThreadsOfYearView | ScheduleView,
): string {
  return `${JSON.stringify(view, null, 1)}\n`;
}

/** `schedule.json`. */
export interface ScheduleView {
  readonly version: 1;
  readonly next: Occasions | null;
}

export interface RobotsView {
  readonly sitemaps: readonly string[];
}

/** What cannot stand in a page's own head, for hosts that read `_headers`. */
export interface HeadersView {
  /** The folder of all pictures: `/bilder/`. */
  readonly images: string;
  readonly preview: boolean;
}

/** The page at a former address of an article. */
export interface MovedView {
  readonly language: Language;
  /** The magazine's title, and the article's. */
  readonly magazine: string;
  readonly title: string;
  /** Where the article is now. */
  readonly href: string;
  /** The address that it is told under, absolute. */
  readonly canonical: string;
}

/** In a preview: what keeps the page of this address from being printed. */
export interface MistakesView {
  readonly language: Language;
  readonly mistakes: readonly Told[];
}

/** For hosts that read `_redirects`. */
export interface RedirectsView {
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}
