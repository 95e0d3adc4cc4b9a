import { formatDate } from "../magazine/dates.ts";
import type { ArticleView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { portrait } from "./author-note.ts";
import { changed } from "./changes.ts";
import { html } from "./html.ts";
import type { Content, Html } from "./html.ts";
import { caption, picture } from "./picture.ts";
import { authorLinks, mark } from "./teaser.ts";

/** What stands above an article's text where it begins: column, headline, standfirst, one line of facts, and whether it was changed. */
export function articleHead(view: ArticleView): Html {
  return html`<header class="top">
          <p class="kick ui">${column(view)}${series(view)}</p>
          <h1 dir="auto">${view.title}</h1>
          ${view.standfirst !== null && html`<p class="stand" dir="auto">${view.standfirst}</p>`}
        </header>
        <div class="facts ui">
          ${facts(view)}
          ${changed(view)}
        </div>
        ${lead(view)}`;
}

/** On the parts after the first: one small line, so that the page begins with the text. */
export function partHead(view: ArticleView, part: number): Html {
  const { turner, frame } = view;
  const first = turner?.parts[0]?.href ?? "";
  const place = words[frame.language].partOf(part, turner?.parts.length ?? part);
  return html`<header class="again ui">
          <p class="kick">${column(view)}</p>\u00a0· <h1 dir="auto"><a href="${first}">${view.title}</a></h1>\u00a0· <p>${place}</p>
        </header>`;
}

function column({ column, mark: why, frame }: ArticleView): Content {
  return html`<a href="${column.href}">${column.title}</a>${mark(why, frame.language)}`;
}

/** Which one it is of its series. */
function series({ series, frame: { language } }: ArticleView): Content {
  if (series === null) return null;
  const { title, href, place, count } = series;
  const word = words[language];
  return html`\u00a0· <a href="${href}" dir="auto">${word.series(title)}</a>, ${word.partOfSeries(place, count)}`;
}

/**
 * Who wrote it, when, how long it takes, and the way to the comments: one line, or, where there is a margin beside the text, one below the
 * other, with the portrait.
 */
function facts({
  authors,
  date,
  minutes,
  conversation,
  frame: { language, locale },
}: ArticleView): Html {
  const word = words[language];
  const dot = html`<span class="dot">\u00a0· </span>`;
  const tagline = authors.length === 1 ? (authors[0]?.tagline ?? null) : null;
  return html`<p class="by">
            ${authors.map((one) => portrait(one.portrait, 72))}
            <b>${authorLinks(authors, language)}</b>${tagline !== null && html` <span class="role">${tagline}</span>`}${dot}<time datetime="${date}">${formatDate(date, locale)}</time><span class="wide">${dot}${word.minutes(minutes)}</span>${conversation !== null && html`${dot}<a href="#kommentare">${word.comments}</a>`}
          </p>`;
}

function lead({ image }: ArticleView): Content {
  if (image === null) return null;
  return html`<figure class="picture">
    <div class="shot wide-shot">${picture(image, "lead", { alt: image.alt, eager: true })}</div>
    ${caption(image)}
  </figure>`;
}
