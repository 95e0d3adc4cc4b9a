import type {
  ArticleImage,
  ArticleMark,
  Image,
  Language,
  Locale,
  Link,
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

/** A text as it stands in a view. Its HTML is no part of the view's JSON, which names it by its key: pages are compared without it. */
export interface TextView extends Pick<Text, "key" | "rendered" | "images"> {
  /** Where its links to former addresses lead now, by the address in the source. */
  readonly moved: Readonly<Record<string, string>>;
}

/** What stands around every page of the magazine. */
export interface Frame {
  readonly language: Language;
  /** How dates are written. */
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  /** Scheme and host, without a slash at the end. */
  readonly url: string;
  /** Scheme and host of the comments service, or null. */
  readonly service: string | null;
  readonly columns: readonly Way[];
  readonly authors: Way;
  readonly search: Way;
  /** Other ways to find an article: topics and archive, where there are any. */
  readonly finding: readonly Way[];
  readonly plain: readonly Way[];
  /** The magazine's own. */
  readonly feeds: readonly FeedLink[];
  /** Whether the page is one of a preview. */
  readonly preview: boolean;
  readonly columnists: readonly AuthorName[];
  readonly services: readonly Link[];
}

/** An author in short, as the box of columnists shows one. */
export interface AuthorName extends Way {
  readonly tagline: string | null;
  readonly portrait: Image | null;
}

/** An author as a list of authors, or the end of an article, shows one. */
export interface AuthorNote extends AuthorName {
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
  readonly image: Image | null;
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

/** The home page. On its first page each article stands once: as the lead, recommended, among the new ones, or in its column's strip. */
export interface HomeView extends ListView {
  /** The newest; null but on the first page. */
  readonly lead: Teaser | null;
  /** What the editors recommend; empty but on the first page. */
  readonly featured: readonly Teaser[];
  /** A strip for each column that has articles left; empty but on the first page. */
  readonly strips: readonly Strip[];
}

export interface Strip {
  readonly column: Way;
  readonly description: string;
  readonly articles: readonly Teaser[];
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

export interface SearchView extends FramedView {
  /** The folder of what is searched. */
  readonly index: string;
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
  readonly series: SeriesView | null;
  readonly image: ArticleImage | null;
  /** Where the picture for sharing is printed. */
  readonly card: string;
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

/** An article's place in its series, and the ways to those around it, itself among them. */
export interface SeriesView extends Way {
  /** The first is 1. */
  readonly place: number;
  readonly count: number;
  /** The place of the first of `articles`. */
  readonly from: number;
  readonly articles: readonly Way[];
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

/** What a text may hold, each as it is written and as it is printed. */
export interface StylePageView extends FramedView {
  readonly forms: readonly {
    readonly title: string;
    readonly markdown: string;
    readonly text: TextView;
  }[];
}

/** What shows for an address that is not there. */
export interface NotFoundView extends FramedView {
  readonly newest: readonly Teaser[];
}
