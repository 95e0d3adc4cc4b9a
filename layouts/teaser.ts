import { formatLongDate } from "../magazine/dates.ts";
import type { Language, Locale } from "../magazine/model.ts";
import type { Frame, Teaser, Way } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html, raw } from "./html.ts";
import type { Content, Html } from "./html.ts";
import { picture } from "./picture.ts";

interface Options {
  readonly kind?: "teaser" | "lead";
  readonly level?: 2 | 3;
  /** Whether its picture is the first of the page. */
  readonly eager?: boolean;
}

/**
 * An article in a list, like a line in a table of contents: column, headline, standfirst, author, date.
 * The home page's newest one is its `lead`, and large; `level` is that of its headline.
 */
export function teaser(
  article: Teaser,
  { language, locale }: Pick<Frame, "language" | "locale">,
  { kind = "teaser", level = 2, eager = false }: Options = {},
): Html {
  const h = raw(`h${level}`);
  return html`<article class="${kind}">
    ${shot(article, kind, eager)}
    <p class="kick ui">
      <a href="${article.column.href}">${article.column.title}</a>${mark(article.mark, language)}
    </p>
    <${h} dir="auto"><a href="${article.href}">${article.title}</a></${h}>
    ${article.standfirst !== null && html`<p class="stand" dir="auto">${article.standfirst}</p>`}
    <p class="meta ui">
      ${authorLinks(article.authors, language)}\u00a0· ${date(article.date, locale)}${comments(article, language)}
    </p>
  </article>`;
}

/** Its picture, for the eye and the finger: who listens or goes by keys has the headline. */
function shot({ image, href }: Teaser, kind: "teaser" | "lead", eager: boolean): Content {
  if (image === null) return null;
  return html`<a class="shot${kind === "lead" && " wide-shot"}" href="${href}" tabindex="-1" aria-hidden="true">${picture(image, kind, { alt: "", eager })}</a>`;
}

/** Articles in a list; `eager`: the first picture among them is the first of the page. */
export function teasers(
  articles: readonly Teaser[],
  frame: Pick<Frame, "language" | "locale">,
  { level, eager }: Required<Pick<Options, "level" | "eager">>,
): Html[] {
  const first = eager ? articles.find(({ image }) => image !== null) : undefined;
  return articles.map((one) => teaser(one, frame, { level, eager: one === first }));
}

/** The way to the conversation; the pages' script writes the count into it. */
function comments({ thread, href }: Teaser, language: Language): Content {
  if (thread === null) return null;
  // The dot stays with what stands before it.
  return html`\u00a0· <a href="${href}#kommentare" data-thread="${thread}">${words[language].comments}</a>`;
}

/** `Anna und Bert`, each a link. */
export function authorLinks(authors: readonly Way[], language: Language): Content {
  return nameList(
    authors.map(({ title, href }) => html`<a href="${href}" dir="auto">${title}</a>`),
    language,
  );
}

/** `Anna, Bert und Clara`, of names or links. */
export function nameList(names: readonly (Html | string)[], language: Language): Content {
  return names.map((name, index) => [
    index > 0 && (index === names.length - 1 ? ` ${words[language].and} ` : ", "),
    name,
  ]);
}

export function date(time: string, locale: Locale): Html {
  return html`<time datetime="${time}">${formatLongDate(time, locale)}</time>`;
}

/** Shown under `npm start` only: why readers do not see this article. */
export function mark(mark: Teaser["mark"], language: Language): Content {
  return mark !== null && html` <span class="mark">${words[language].marks[mark]}</span>`;
}
