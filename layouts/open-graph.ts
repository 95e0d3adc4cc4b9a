import { cardSize } from "../magazine/pages/cards.ts";
import type { ArticleView, FramedView } from "../magazine/pages/views.ts";
import type { Shown } from "../magazine/pictures.ts";
import { html } from "./html.ts";
import type { Content, Html } from "./html.ts";

/** A property and what it says; null is left out. */
type Property = readonly [string, string | null | undefined];

interface Shared {
  readonly type: "website" | "article" | "profile";
  readonly title?: string;
  /** A picture in the magazine. */
  readonly image?: (Pick<Shown, "address" | "width" | "height"> & { readonly alt?: string }) | null;
  /** What the type has of its own. */
  readonly more?: readonly Property[];
}

/** What networks show when the page is shared (Open Graph protocol). */
export function openGraph(
  { frame, head }: FramedView,
  { type, title, image, more = [] }: Shared,
): Html {
  const properties: readonly Property[] = [
    ["og:type", type],
    ["og:site_name", frame.title],
    ["og:locale", frame.locale.replace("-", "_")],
    ["og:title", title ?? (head.title === "" ? frame.title : head.title)],
    ["og:url", frame.url + head.canonical],
    ["og:description", head.description],
    ["og:image", image && frame.url + image.address],
    ["og:image:alt", image?.alt],
    ["og:image:width", image && String(image.width)],
    ["og:image:height", image && String(image.height)],
    ...more,
  ];
  return html`${properties.map(([name, content]): Content => content != null && html`<meta property="${name}" content="${content}">\n`)}`;
}

/** An article, with when it appeared and changed, who wrote it and what it is about. */
export function articleGraph(view: ArticleView): Html {
  const { frame, title, card } = view;
  const image = { address: card, ...cardSize, alt: title };
  const more: readonly Property[] = [
    ["article:published_time", view.date],
    ["article:modified_time", view.changed],
    ["article:section", view.column.title],
    ...view.authors.map(({ href }): Property => ["article:author", frame.url + href]),
    ...view.topics.map(({ title: topic }): Property => ["article:tag", topic]),
  ];
  return html`${openGraph(view, { type: "article", title, image, more })}<meta name="twitter:card" content="summary_large_image">
`;
}
