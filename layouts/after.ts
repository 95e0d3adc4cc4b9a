import type { ArticleView, AuthorNote } from "../magazine/pages/views.ts";
import type { Language } from "../magazine/model.ts";
import { words } from "../magazine/words/words.ts";
import { portrait } from "./author-note.ts";
import { html } from "./html.ts";
import type { Content } from "./html.ts";
import { once } from "./once.ts";
import { authorLinks, mark } from "./teaser.ts";
import { isEmpty, prose } from "./text.ts";

/** What follows an article's end: its series, what it is about, who wrote it, what stands before and after it in its column, and what else one may like. */
export function after(view: ArticleView): Content {
  const { language } = view.frame;
  return [
    series(view),
    topics(view),
    view.authors.map((author) => writer(author, language)),
    neighbours(view),
    related(view),
  ];
}

/** The others of its series, in the order of their dates; all of them stand on the page of the series. */
function series({ series, frame: { language } }: ArticleView): Content {
  if (series === null) return null;
  const word = words[language];
  const { title, href, place, count, from, articles } = series;
  return html`<nav class="series ui" aria-label="${word.series(title)}">
    <h2><a href="${href}" dir="auto">${word.series(title)}</a></h2>
    <p>${word.partOfSeries(place, count)}</p>
    <ol start="${from}">
      ${articles.map((one, index) =>
        from + index === place
          ? html`<li aria-current="page" dir="auto">${one.title}</li>`
          : html`<li><a href="${one.href}" dir="auto">${one.title}</a></li>`,
      )}
    </ol>
  </nav>`;
}

function topics({ topics, frame: { language } }: ArticleView): Content {
  if (topics.length === 0) return null;
  return html`<p class="tags ui">
    ${words[language].topics}:
    ${topics.map(({ title, href }) => html`<a href="${href}" rel="tag" dir="auto">${title}</a> `)}
  </p>`;
}

const writer = once((author: AuthorNote, language: Language) => {
  const { title, href, tagline, bio, links } = author;
  return html`<section class="writer">
    ${portrait(author.portrait, 72)}
    <div>
      <h2 dir="auto"><a href="${href}">${title}</a></h2>
      ${tagline !== null && html`<p class="kick ui">${tagline}</p>`}
      ${!isEmpty(bio) && prose(bio)}
      <p class="ui links">
        <a href="${href}">${words[language].allBy(title)}</a>
        ${links.map(({ title, url }) => html`<a href="${url}" rel="me">${title}</a> `)}
      </p>
    </div>
  </section>`;
}, String);

function neighbours({ neighbours: { older, newer }, column, frame }: ArticleView): Content {
  if (older === null && newer === null) return null;
  const word = words[frame.language];
  return html`<nav class="near ui" aria-label="${word.inColumn(column.title)}">
    ${older !== null && html`<a rel="prev" href="${older.href}"><span>← ${word.before(column.title)}</span><b dir="auto">${older.title}</b></a>`}
    ${newer !== null && html`<a rel="next" href="${newer.href}"><span>${word.after(column.title)} →</span><b dir="auto">${newer.title}</b></a>`}
  </nav>`;
}

function related({ related, frame: { language } }: ArticleView): Content {
  if (related.length === 0) return null;
  return html`<section class="more">
    <h2>${words[language].related}</h2>
    <ul>
      ${related.map(
        ({ column, title, href, authors, mark: why }) =>
          html`<li>
            <p class="kick ui"><a href="${column.href}">${column.title}</a>${mark(why, language)}</p>
            <h3 dir="auto"><a href="${href}">${title}</a></h3>
            <p class="meta ui">${authorLinks(authors, language)}</p>
          </li>`,
      )}
    </ul>
  </section>`;
}
