import type { FeedLink } from "../../magazine/pages/views.ts";

/** What each format of a feed is called, for readers and for machines (RFC 4287; RSS 2.0; JSON Feed 1.1). */
export const feedTypes: Readonly<
  Record<FeedLink["format"], { readonly name: string; readonly type: string }>
> = {
  atom: { name: "Atom", type: "application/atom+xml" },
  rss: { name: "RSS", type: "application/rss+xml" },
  json: { name: "JSON Feed", type: "application/feed+json" },
};
