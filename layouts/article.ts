import { formatDate } from "../magazine/dates.ts";
import type { ArticleView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { articleTurner } from "./article-turner.ts";
import { portrait } from "./author-note.ts";
import { conversation } from "./conversation.ts";
import { html } from "./html.ts";
import type { Content, Html } from "./html.ts";
import { share } from "./share.ts";
import type { Inside } from "./shell.ts";
import { articleData, openGraph } from "./structured-data.ts";
import { authorLinks, date, mark } from "./teaser.ts";
import { prose } from "./text.ts";

/** An article: one of its parts, or all of them. */
export function article(view: ArticleView): Inside {
  const { frame, head, part } = view;
  const { language } = frame;
  const begins = part === 1 || part === "all";
  const ends = part === "all" || part === (view.turner?.parts.length ?? 1);
  return {
    current: view.column.href,
    meta: html`${openGraph({ frame, head, type: "article", title: view.title, image: view.image?.address })}
    ${articleData(view)}`,
    main: html`<article>
        <p class="kick ui">
          <a href="${view.column.href}">${view.column.title}</a>${mark(view.mark, language)}
        </p>
        <h1 dir="auto">${view.title}</h1>
        ${begins && view.standfirst !== null && html`<p class="stand" dir="auto">${view.standfirst}</p>`}
        ${partLabel(view)}
        ${byline(view)}
        ${share(view.share, language)}
        ${begins && picture(view)}
        <div class="body">
          ${prose(view.text, language, {
            part,
            lead: begins ? dateline(view) : undefined,
            partAddress: (one) => view.turner?.parts[one - 1]?.href ?? "",
          })}
        </div>
        ${ends && colophon(view)}
        ${view.turner !== null && articleTurner(view.turner, part, language)}
      </article>
      ${view.conversation !== null && conversation(view.conversation, language)}`,
  };
}

/** On the parts after the first: which one this is, and what it is called. */
function partLabel({ part, turner, frame: { language } }: ArticleView): Content {
  if (turner === null || part === "all" || part === 1) return null;
  const label = words[language].partOf(part, turner.parts.length);
  const title = turner.parts[part - 1]?.title;
  return html`<p class="stand">${title ? `${label}: ${title}` : label}</p>`;
}

function dateline({ date, frame }: ArticleView): Html {
  return html`<time datetime="${date}">${formatDate(date, frame.language)}.</time>`;
}

function byline({ authors, minutes, conversation, frame: { language } }: ArticleView): Html {
  const word = words[language];
  const taglines = authors.map(({ tagline }) => tagline).filter((one) => one !== null);
  return html`<div class="by ui">
    ${authors.map((author) => portrait(author.portrait, 48))}
    <p>
      <strong>${authorLinks(authors, language)}</strong>
      ${[...taglines, word.minutes(minutes)].join(" · ")}
    </p>
    ${conversation !== null && html`<a href="#kommentare">${word.comments}</a>`}
  </div>`;
}

function picture({ image }: ArticleView): Content {
  if (image === null) return null;
  return html`<figure class="picture">
    <img
      src="${image.address}"
      alt="${image.alt}"
      width="${image.width}"
      height="${image.height}"
      fetchpriority="high"
   >
    ${image.credit !== null && html`<figcaption class="ui">${image.credit}</figcaption>`}
  </figure>`;
}

/** What was changed after the article appeared. */
function colophon({ updated, corrections, frame: { language } }: ArticleView): Content {
  const word = words[language];
  return [
    updated !== null && html`<p class="note ui">${word.updated(formatDate(updated, language))}</p>`,
    corrections.length > 0 &&
      html`<section class="note ui">
        <h2>${word.corrections}</h2>
        <ul>
          ${corrections.map((one) => html`<li>${date(one.date, language)}: ${one.text}</li>`)}
        </ul>
      </section>`,
  ];
}
