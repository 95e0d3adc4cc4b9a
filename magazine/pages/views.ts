import type {
  ArticleMark,
  Image,
  Language,
  Link,
  Occasions,
  Publisher,
  ShareTarget,
  Text,
  Time,
} from "../model.ts";
import type { FeedFormat, PartNumber } from "./addresses.ts";

/** A link inside the magazine: words and an address that begins with a slash. */
export interface Way {
  readonly title: string;
  readonly href: string;
}

/** A text as it stands in a view: its source and what is needed to render it. */
export interface TextView extends Pick<Text, "source" | "images"> {
  /** Where its links to former addresses lead now, by the address in the source. */
  readonly moved: Readonly<Record<string, string>>;
}

/** What stands around every page of the magazine. */
export interface Frame {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** Scheme and host, without a slash at the end. */
  readonly url: string;
  /** Scheme and host of the comments service, or null. */
  readonly service: string | null;
  readonly columns: readonly Way[];
  readonly authors: Way;
  /** Other ways to find an article: topics and archive, where there are any. */
  readonly finding: readonly Way[];
  readonly plain: readonly Way[];
  /** The magazine's own. */
  readonly feeds: readonly FeedLink[];
  /** Whether the page is one of a preview. */
  readonly preview: boolean;
  readonly columnists: readonly AuthorNote[];
  readonly services: readonly Link[];
}

/** An author as a box or a list shows one. */
export interface AuthorNote extends Way {
  readonly tagline: string | null;
  readonly portrait: Image | null;
  readonly bio: TextView;
  readonly links: readonly Link[];
}

/** A feed, and whose it is. */
export interface FeedLink extends Way {
  readonly format: FeedFormat;
}

/** What a page says of itself in its head. */
export interface Head {
  readonly title: string;
  readonly description: string | null;
  /** The address that the page is told under. */
  readonly canonical: string;
  /** Of what the page is about, beside the magazine's. */
  readonly feeds?: readonly FeedLink[];
  /** The way to the page from the home page, without that; ends with the page, or with the first of its list. */
  readonly trail?: readonly Way[];
}

/** What a page shows that is a whole HTML page, with the shell around it. */
export interface FramedView {
  readonly frame: Frame;
  readonly head: Head;
}

/** An article as lists show it. */
export interface Teaser extends Way {
  readonly column: Way;
  readonly standfirst: string | null;
  readonly authors: readonly Way[];
  readonly date: Time;
  readonly mark: ArticleMark | null;
  /** The id of its conversation, or null when it has none. */
  readonly thread: string | null;
}

/** The pages of a list; null when there is only one. */
export interface ListTurner {
  readonly page: number;
  readonly count: number;
  readonly newer: string | null;
  readonly older: string | null;
}

/** What every page of a list of articles shows. */
export interface ListView extends FramedView {
  readonly articles: readonly Teaser[];
  readonly turner: ListTurner | null;
}

/** The home page: its newest article is the lead, and stands not among the others. */
export interface HomeView extends ListView {
  readonly lead: Teaser | null;
  /** A strip for each column that has articles; empty but on the first page. */
  readonly strips: readonly { readonly column: Way; readonly articles: readonly Teaser[] }[];
}

export interface ColumnView extends ListView {
  readonly name: string;
  readonly description: string;
}

/** The articles of a topic, or of a month. */
export interface ListingView extends ListView {
  readonly name: string;
  /** All topics, or the archive. */
  readonly under: Way;
}

/** A way to a list, with the number of its articles. */
export interface CountedWay extends Way {
  readonly count: number;
}

export interface TopicsView extends FramedView {
  readonly topics: readonly CountedWay[];
}

/** Months in which something appeared, the newest first. */
export interface ArchiveView extends FramedView {
  readonly years: readonly { readonly year: string; readonly months: readonly CountedWay[] }[];
}

export interface AuthorsView extends FramedView {
  readonly authors: readonly AuthorNote[];
}

export interface AuthorView extends ListView {
  readonly name: string;
  readonly tagline: string | null;
  readonly role: string | null;
  readonly portrait: Image | null;
  readonly links: readonly Link[];
  readonly bio: TextView;
}

export interface ArticleView extends FramedView {
  readonly column: Way;
  readonly title: string;
  readonly standfirst: string | null;
  readonly authors: readonly AuthorNote[];
  /** Reading time of the whole article, in minutes. */
  readonly minutes: number;
  readonly date: Time;
  /** When it was last changed, by what means ever; else when it appeared. */
  readonly changed: Time;
  readonly updated: Time | null;
  readonly corrections: readonly { readonly date: Time; readonly text: string }[];
  readonly topics: readonly Way[];
  readonly image: (Image & { readonly alt: string; readonly credit: string | null }) | null;
  readonly text: TextView;
  readonly part: PartNumber;
  readonly mark: ArticleMark | null;
  readonly share: readonly { readonly target: ShareTarget; readonly href: string }[];
  readonly turner: ArticleTurner | null;
  /** Before and after it in its column. */
  readonly neighbours: { readonly older: Way | null; readonly newer: Way | null };
  readonly related: readonly Teaser[];
  readonly conversation: Conversation | null;
  readonly publisher: string;
}

/** The pages of an article of several parts. */
export interface ArticleTurner {
  readonly parts: readonly { readonly href: string; readonly title: string | null }[];
  readonly all: string;
}

/** What the comment widget is told. */
export interface Conversation {
  readonly service: string;
  readonly thread: string;
  readonly timeZone: string;
  /** Of the article: comments of another year show theirs. */
  readonly year: string;
  readonly rules: string | null;
  readonly privacy: string | null;
}

export interface PlainView extends FramedView {
  readonly title: string;
  readonly text: TextView;
}

export type NotFoundView = FramedView;

/** The same for all formats; every address is absolute. */
export interface FeedView {
  readonly language: Language;
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

/** `threads.json`: what the comments service reads; its shape stands in the service's wire. */
export interface ThreadsView {
  readonly version: 1;
  readonly site: {
    readonly title: string;
    readonly url: string;
    readonly language: Language;
    readonly timeZone: string;
    /** Plain pages that the service links to, absolute; left out where the magazine has none. */
    readonly imprint?: string;
    readonly privacy?: string;
  };
  readonly threads: readonly {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    readonly state: "open" | "closed";
    /** Former addresses, absolute; left out where there are none. */
    readonly aliases?: readonly string[];
    /** When an open one closes by itself, in UTC; left out where it does not. */
    readonly closes?: string;
  }[];
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

/** For hosts that read `_redirects`. */
export interface RedirectsView {
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}

/** Every layout by name, with the view it prints. */
export interface Views {
  home: HomeView;
  column: ColumnView;
  listing: ListingView;
  topics: TopicsView;
  archive: ArchiveView;
  authors: AuthorsView;
  author: AuthorView;
  article: ArticleView;
  plain: PlainView;
  notFound: NotFoundView;
  atom: FeedView;
  rss: FeedView;
  jsonFeed: FeedView;
  sitemap: SitemapView;
  sitemapIndex: SitemapIndexView;
  newsSitemap: NewsSitemapView;
  threads: ThreadsView;
  schedule: ScheduleView;
  robots: RobotsView;
  headers: HeadersView;
  moved: MovedView;
  redirects: RedirectsView;
}

export type LayoutName = keyof Views;

/** Those whose pages are whole HTML pages, with the shell around them. */
export type FramedLayout = {
  [Name in LayoutName]: Views[Name] extends FramedView ? Name : never;
}[LayoutName];

/** Anything with an address. `source` is the content file that it comes from, for mistakes. */
export type Page = {
  [Name in LayoutName]: {
    readonly path: string;
    readonly layout: Name;
    readonly view: Views[Name];
    readonly source: string;
  };
}[LayoutName];
