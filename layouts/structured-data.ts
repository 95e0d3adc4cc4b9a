import type { ArticleView, AuthorView, Frame, Head } from "../magazine/pages/views.ts";
import { html, raw } from "./html.ts";
import type { Content, Html } from "./html.ts";

interface Shared {
  readonly frame: Frame;
  readonly head: Head;
  readonly type: "website" | "article" | "profile";
  readonly title?: string;
  /** The address of a picture in the magazine. */
  readonly image?: string;
}

/** What networks show when the page is shared (Open Graph protocol). */
export function openGraph({ frame, head, type, title, image }: Shared): Html {
  const property = (name: string, content: string): Content =>
    html`<meta property="og:${name}" content="${content}">`;
  return html`${property("type", type)}
${property("site_name", frame.title)}
${property("title", title ?? (head.title === "" ? frame.title : head.title))}
${property("url", frame.url + head.canonical)}
${head.description !== null && property("description", head.description)}
${image !== undefined && property("image", frame.url + image)}`;
}

/** schema.org Article. */
export function articleData(view: ArticleView): Html {
  const { frame, head } = view;
  return jsonLd({
    "@type": "Article",
    headline: view.title,
    description: view.standfirst ?? undefined,
    image: view.image === null ? undefined : [frame.url + view.image.address],
    datePublished: view.date,
    dateModified: view.updated ?? view.date,
    author: view.authors.map(({ title, href }) => ({
      "@type": "Person",
      name: title,
      url: frame.url + href,
    })),
    publisher: { "@type": "Organization", name: view.publisher, url: `${frame.url}/` },
    mainEntityOfPage: frame.url + head.canonical,
    articleSection: view.column.title,
    keywords: view.topics.length > 0 ? view.topics : undefined,
    inLanguage: frame.language,
  });
}

/** schema.org ProfilePage. */
export function profileData({ frame, head, name, tagline, portrait, links }: AuthorView): Html {
  return jsonLd({
    "@type": "ProfilePage",
    mainEntity: {
      "@type": "Person",
      name,
      description: tagline ?? undefined,
      image: portrait === null ? undefined : frame.url + portrait.address,
      url: frame.url + head.canonical,
      sameAs: links.length > 0 ? links.map(({ url }) => url) : undefined,
    },
  });
}

/** JSON inside HTML: `<` is escaped, so that no text can end the script, and so are the two line ends that JSON allows and scripts did not. */
function jsonLd(data: Record<string, unknown>): Html {
  const json = JSON.stringify({ "@context": "https://schema.org", ...data });
  const escaped = json.replaceAll(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return html`<script type="application/ld+json">${raw(escaped)}</script>`;
}
