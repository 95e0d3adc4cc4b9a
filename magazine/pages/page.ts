import type { Article, Author } from "../model.ts";
import type {
  FeedView,
  SitemapView,
  SitemapIndexView,
  NewsSitemapView,
  ThreadsView,
  ThreadYearsView,
  ThreadsOfYearView,
  ScheduleView,
  RobotsView,
  HeadersView,
  MistakesView,
  MovedView,
  RedirectsView,
} from "./machine-views.ts";
import type {
  FramedView,
  HomeView,
  ColumnView,
  ListingView,
  TopicsView,
  ArchiveView,
  SearchView,
  AuthorsView,
  AuthorView,
  ArticleView,
  PlainView,
  StylePageView,
  NotFoundView,
} from "./views.ts";

/** Every layout by name, with the view it prints. */
export interface Views {
  home: HomeView;
  column: ColumnView;
  listing: ListingView;
  topics: TopicsView;
  archive: ArchiveView;
  search: SearchView;
  authors: AuthorsView;
  author: AuthorView;
  article: ArticleView;
  plain: PlainView;
  stylePage: StylePageView;
  notFound: NotFoundView;
  atom: FeedView;
  rss: FeedView;
  jsonFeed: FeedView;
  sitemap: SitemapView;
  sitemapIndex: SitemapIndexView;
  newsSitemap: NewsSitemapView;
  threads: ThreadsView;
  threadYears: ThreadYearsView;
  threadsOfYear: ThreadsOfYearView;
  schedule: ScheduleView;
  robots: RobotsView;
  headers: HeadersView;
  moved: MovedView;
  mistakes: MistakesView;
  redirects: RedirectsView;
}

export type LayoutName = keyof Views;

/** Those whose pages are whole HTML pages, with the shell around them. */
export type FramedLayout = {
  [Name in LayoutName]: Views[Name] extends FramedView ? Name : never;
}[LayoutName];

/** Anything with an address. */
export type Page = { [Name in LayoutName]: PageOf<Name> }[LayoutName];

/** A page of one layout. */
export interface PageOf<Name extends LayoutName> {
  readonly path: string;
  readonly layout: Name;
  readonly view: Views[Name];
  /** The content file that it comes from, for mistakes. */
  readonly source: string;
  /** What the view is made of besides what all views are made of, where that is few things: it is the same as long as these are. */
  readonly madeOf?: (() => readonly Ingredient[]) | undefined;
}

/** A page whose view is made whenever one looks at it; of its fields alone it is no page. */
export function lazyPage<Name extends LayoutName>(
  page: Omit<PageOf<Name>, "view">,
  view: () => Views[Name],
): PageOf<Name> {
  return new LazyPage(page, view);
}

/** The same with its view, which is made this once. */
export function still(page: Page): Page {
  const { path, layout, view, source, madeOf } = page;
  return { path, layout, view, source, madeOf } as Page;
}

/** A class, since an object that bears a getter of its own shares its shape with no other: of twenty thousand that is much memory. */
class LazyPage<Name extends LayoutName> implements PageOf<Name> {
  readonly path: string;
  readonly layout: Name;
  readonly source: string;
  readonly madeOf: PageOf<Name>["madeOf"];
  readonly #make: () => Views[Name];

  constructor(page: Omit<PageOf<Name>, "view">, make: () => Views[Name]) {
    this.path = page.path;
    this.layout = page.layout;
    this.source = page.source;
    this.madeOf = page.madeOf;
    this.#make = make;
  }

  get view(): Views[Name] {
    return this.#make();
  }
}

/**
 * An article or an author with all that is told of it; or a word or a number that follows from the order of all articles, their dates, columns, topics, series and authors,
 * and from what all views are made of.
 */
export type Ingredient = Article | Author | string | number | null;
