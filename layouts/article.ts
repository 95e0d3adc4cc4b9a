import { formatDate } from "../magazine/dates.ts";
import type { ArticleView } from "../magazine/pages/views.ts";
import { after } from "./after.ts";
import { articleHead, partHead } from "./article-head.ts";
import { articleTurner } from "./article-turner.ts";
import { changes } from "./changes.ts";
import { contents } from "./contents.ts";
import { conversation } from "./conversation.ts";
import { html } from "./html.ts";
import type { Content, Html } from "./html.ts";
import { articleGraph } from "./open-graph.ts";
import { printed } from "./printed.ts";
import { share } from "./share.ts";
import type { Inside } from "./shell.ts";
import { articleData } from "./structured-data.ts";
import { prose } from "./text.ts";

/** An article: one of its parts, or all of them. */
export function article(view: ArticleView): Inside {
  const { part } = view;
  const { language } = view.frame;
  const begins = part === 1 || part === "all";
  const ends = part === "all" || part === (view.turner?.parts.length ?? 1);
  return {
    current: view.column.href,
    meta: articleGraph(view),
    data: [articleData(view)],
    main: html`<article>
        ${begins ? articleHead(view) : partHead(view, part)}
        <div class="body">
          ${!begins && partTitle(view, part)}
          ${prose(view.text, {
            part,
            lead: begins ? dateline(view) : undefined,
            eager: !begins || view.image === null,
            inset: begins ? contents(view) : undefined,
            partAddress: (one) => view.turner?.parts[one - 1]?.href ?? "",
          })}
        </div>
        ${ends && changes(view, view.frame)}
        ${printed(view)}
        ${view.turner !== null && articleTurner(view.turner, part, language)}
        ${share(view.share, language)}
        ${ends && after(view)}
      </article>
      ${view.conversation !== null && conversation(view.conversation, view.frame)}`,
  };
}

function partTitle({ turner }: ArticleView, part: number): Content {
  const title = turner?.parts[part - 1]?.title ?? null;
  return title !== null && html`<h2 class="part" dir="auto">${title}</h2>`;
}

function dateline({ date, frame }: ArticleView): Html {
  return html`<time datetime="${date}">${formatDate(date, frame.locale)}.</time>`;
}
