import { formatLongDate } from "../magazine/dates.ts";
import type { Language } from "../magazine/model.ts";
import type { Teaser, Way } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html, raw } from "./html.ts";
import type { Content, Html } from "./html.ts";

/**
 * An article in a list, like a line in a table of contents: column, headline, standfirst, author, date.
 * The home page's newest one is its `lead`, and large; `level` is that of its headline.
 */
export function teaser(
  article: Teaser,
  language: Language,
  { kind = "teaser", level = 2 }: { kind?: "teaser" | "lead"; level?: 2 | 3 } = {},
): Html {
  const h = raw(`h${level}`);
  return html`<article class="${kind}">
    <p class="kick ui">
      <a href="${article.column.href}">${article.column.title}</a>${mark(article.mark, language)}
    </p>
    <${h} dir="auto"><a href="${article.href}">${article.title}</a></${h}>
    ${article.standfirst !== null && html`<p class="stand" dir="auto">${article.standfirst}</p>`}
    <p class="meta ui">
      ${authorLinks(article.authors, language)} · ${date(article.date, language)}${comments(article, language)}
    </p>
  </article>`;
}

/** The way to the conversation; the pages' script writes the count into it. */
function comments({ thread, href }: Teaser, language: Language): Content {
  if (thread === null) return null;
  return html` · <a href="${href}#kommentare" data-thread="${thread}">${words[language].comments}</a>`;
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

export function date(time: string, language: Language): Html {
  return html`<time datetime="${time}">${formatLongDate(time, language)}</time>`;
}

/** Shown under `npm start` only: why readers do not see this article. */
export function mark(mark: Teaser["mark"], language: Language): Content {
  return mark !== null && html` <span class="mark">${words[language].marks[mark]}</span>`;
}
