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

/** Anything with an address. `source` is the content file that it comes from, for mistakes. */
export type Page = {
  [Name in LayoutName]: {
    readonly path: string;
    readonly layout: Name;
    readonly view: Views[Name];
    readonly source: string;
  };
}[LayoutName];
