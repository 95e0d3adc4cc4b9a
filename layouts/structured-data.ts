import type {
  ArticleView,
  AuthorView,
  FramedView,
  HomeView,
  ListView,
  Way,
} from "../magazine/pages/views.ts";
import { shownIn } from "../magazine/pictures.ts";
import { html, raw } from "./html.ts";
import type { Html } from "./html.ts";

/** Something of schema.org; what is undefined is left out. */
export interface Thing {
  readonly "@type": string;
  readonly [property: string]: unknown;
}

/** schema.org NewsArticle. */
export function articleData(view: ArticleView): Thing {
  const { frame, head } = view;
  return {
    "@type": "NewsArticle",
    headline: view.title,
    description: view.standfirst ?? undefined,
    image: [...(view.image === null ? [] : [shownIn("lead", view.image).address]), view.card].map(
      (address) => frame.url + address,
    ),
    datePublished: view.date,
    dateModified: view.changed,
    author: view.authors.map(({ title, href }) => ({
      "@type": "Person",
      name: title,
      url: frame.url + href,
    })),
    publisher: { "@type": "Organization", name: view.publisher, url: `${frame.url}/` },
    mainEntityOfPage: frame.url + head.canonical,
    articleSection: view.column.title,
    keywords: view.topics.length > 0 ? view.topics.map(({ title }) => title) : undefined,
    inLanguage: frame.language,
  };
}

/** schema.org ProfilePage. */
export function profileData(view: AuthorView): Thing {
  const { frame, head, name, tagline, role, portrait, links } = view;
  const own = links.map(({ url }) => url).filter((url) => /^https?:/.test(url));
  return {
    "@type": "ProfilePage",
    url: frame.url + head.canonical,
    mainEntity: {
      "@type": "Person",
      name,
      description: tagline ?? undefined,
      jobTitle: role ?? undefined,
      image: portrait === null ? undefined : frame.url + shownIn("portrait", portrait).address,
      url: frame.url + (head.trail?.at(-1)?.href ?? head.canonical),
      sameAs: own.length > 0 ? own : undefined,
    },
  };
}

/** schema.org CollectionPage: a list and the articles that it shows. */
export function collectionData({ frame, head, articles }: ListView): Thing {
  return {
    "@type": "CollectionPage",
    name: head.title === "" ? frame.title : head.title,
    description: head.description ?? undefined,
    url: frame.url + head.canonical,
    inLanguage: frame.language,
    mainEntity: {
      "@type": "ItemList",
      itemListElement: articles.map(({ title, href }, index) => ({
        "@type": "ListItem",
        position: index + 1,
        url: frame.url + href,
        name: title,
      })),
    },
  };
}

/** The home page: schema.org WebSite, by which search engines name the magazine, and what it shows. */
export function homeData(view: HomeView): Thing[] {
  const { frame, lead, featured } = view;
  const { title: name, description, language: inLanguage } = frame;
  return [
    { "@type": "WebSite", name, description, url: `${frame.url}/`, inLanguage },
    collectionData({ ...view, articles: [lead ?? [], featured, view.articles].flat() }),
  ];
}

/**
 * The structured data of a page as one JSON-LD block, with the way to it from the home page (schema.org BreadcrumbList); null when there
 * is nothing to say.
 */
export function structuredData({ frame, head }: FramedView, things: readonly Thing[]): Html | null {
  const trail = head.trail === undefined ? [] : [breadcrumbs(frame, head.trail)];
  const graph = [...things, ...trail];
  return graph.length === 0 ? null : jsonLd({ "@context": "https://schema.org", "@graph": graph });
}

function breadcrumbs({ title, url }: FramedView["frame"], trail: readonly Way[]): Thing {
  return {
    "@type": "BreadcrumbList",
    itemListElement: [{ title, href: "/" }, ...trail].map((way, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: way.title,
      item: url + way.href,
    })),
  };
}

/** JSON inside HTML: `<` is escaped, so that no text can end the script, and so are the two line ends that JSON allows and scripts did not. */
function jsonLd(data: Readonly<Record<string, unknown>>): Html {
  const escaped = JSON.stringify(data).replaceAll(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return html`<script type="application/ld+json">${raw(escaped)}</script>`;
}
