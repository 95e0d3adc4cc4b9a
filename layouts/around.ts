import type { FramedLayout } from "../magazine/pages/page.ts";
import type { FeedLink, Frame } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { columnists } from "./boxes/columnists.ts";
import { services } from "./boxes/services.ts";
import { feedTypes } from "./feeds/types.ts";
import { html, raw } from "./html.ts";
import type { Html } from "./html.ts";
import { once } from "./once.ts";

/** Which page stands inside, as far as what is around it shows that. */
interface Place {
  readonly layout: FramedLayout;
  /** Its own address in the navigation, such as its column's. */
  readonly current: string | undefined;
}

/** The magazine's name, and the ways to its columns, authors and search. */
export const masthead = once(
  (frame: Frame, { layout, current }: Place) => html`<header class="mast">
<p class="name"><a href="/"${layout === "home" && raw(' aria-current="page"')}>${frame.title}</a></p>
<nav class="ui" aria-label="${words[frame.language].columns}">
<ul>
${[...frame.columns, frame.authors, frame.search].map(
  ({ title, href }) =>
    html`<li><a href="${href}"${href === current && raw(' aria-current="true"')}>${title}</a></li>`,
)}
</ul>
</nav>
</header>`,
  ({ layout, current }) => `${layout} ${current}`,
);

/** Columnists, services and shop. */
export const boxes = once(
  (frame: Frame, layout: FramedLayout) => html`<aside>
${layout !== "authors" && columnists(frame)}
${services(frame)}
</aside>`,
  (layout) => layout,
);

/** The ways that are looked for at a page's end; `feeds` are the page's own. */
export const footer = once(
  (frame: Frame, feeds: readonly FeedLink[]) => html`<footer class="foot ui">
<span>${frame.title}</span>
${[...frame.finding, frame.search, ...frame.plain].map(({ title, href }) => html`<a href="${href}">${title}</a>`)}
${[...frame.feeds, ...feeds]
  .filter(({ format }) => format === "atom")
  .map(
    ({ title, href }) =>
      html`<a href="${href}" type="${feedTypes.atom.type}">${words[frame.language].feedOf(title)}</a>`,
  )}
</footer>`,
  feedsInWords,
);

/** What a feed reader finds by itself, given the page's address: the page's own feeds before the magazine's. */
export const feedLinks = once(
  (frame: Frame, feeds: readonly FeedLink[]) =>
    html`${[...feeds, ...frame.feeds].map((one) => feedLink(one))}`,
  feedsInWords,
);

function feedLink({ title, format, href }: FeedLink): Html {
  const { name, type } = feedTypes[format];
  return html`<link rel="alternate" type="${type}" title="${title} (${name})" href="${href}">
`;
}

function feedsInWords(feeds: readonly FeedLink[]): string {
  return feeds.map(({ title, format, href }) => `${format} ${href} ${title}`).join("\n");
}
