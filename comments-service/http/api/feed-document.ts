import { commentAddress } from "../../domain/addresses.ts";
import { textBlocks } from "../../domain/text-blocks.ts";
import type { TextPiece } from "../../domain/text-blocks.ts";
import type { ListedThread, Site } from "../../domain/thread-list.ts";
import type { LatestComment } from "../../store/port/reading.ts";
import { html } from "../html.ts";
import type { Markup } from "../html.ts";
import { wordsOf } from "../page.ts";

/** What a feed of comments holds; `thread` is null for the magazine's own. */
export interface CommentFeed {
  site: Site;
  thread: ListedThread | null;
  serviceUrl: string;
  /** The newest first. */
  comments: readonly LatestComment[];
}

/** The entries of a feed have this many bytes at most; older comments are left out. The newest is always there. */
const MOST_BYTES = 250_000;

/** An Atom feed (RFC 4287) of comments, at most 256 kB. The same comments give the same bytes; `updated` is the newest entry's. */
export function feedOf({ site, thread, serviceUrl, comments }: CommentFeed): string {
  const { feed: word } = wordsOf(site);
  const path = thread === null ? "" : `/threads/${encodeURIComponent(thread.id)}`;
  const { entries, updated } = entriesOf(comments, site);
  const feed = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
<id>${tag(site, "2026", thread === null ? "comments" : `thread/${encodeURIComponent(thread.id)}`)}</id>
<title>${thread === null ? word.ofSite(site.title) : word.ofThread(thread.title)}</title>
<link rel="self" type="application/atom+xml" href="${serviceUrl}${path}/feed.atom"/>
<link rel="alternate" type="text/html" href="${thread === null ? site.url : `${thread.url}#kommentare`}"/>
<updated>${updated}</updated>
<author><name>${site.title}</name></author>
${entries}</feed>
`;
  // XML 1.0 has no place for these two, even escaped; every other such sign was taken out when the words were kept.
  return feed.toString().replace(/[\uFFFE\uFFFF]/gu, "");
}

function entriesOf(comments: readonly LatestComment[], site: Site) {
  const entries: Markup[] = [];
  let updated = "1970-01-01T00:00:00.000Z";
  let bytes = 0;
  for (const comment of comments) {
    const made = entry(comment, site);
    bytes += new TextEncoder().encode(made.toString()).length;
    if (entries.length > 0 && bytes > MOST_BYTES) break;
    entries.push(made);
    if (updatedAt(comment) > updated) updated = updatedAt(comment);
  }
  return { entries, updated };
}

function entry(comment: LatestComment, site: Site): Markup {
  const { id, number, text, publishedAt, article } = comment;
  const { feed: word } = wordsOf(site);
  const name = comment.name === "" ? word.nameless : comment.name;
  const content = words(text).toString();
  return html`<entry>
<id>${tag(site, publishedAt.slice(0, 10), `comment/${id}`)}</id>
<title>${word.entry(name, article.title)}</title>
<link rel="alternate" type="text/html" href="${commentAddress(article.url, number)}"/>
<published>${publishedAt}</published>
<updated>${updatedAt(comment)}</updated>
<author><name>${name}</name></author>
<content type="html">${content}</content>
</entry>
`;
}

/** The text as markup: paragraphs, quotes, code and links, as the page shows it. */
function words(text: string): Markup {
  const blocks = textBlocks(text).map(({ isQuote, isCode, lines }) => {
    const lineEnd = isCode ? "\n" : html`<br>`;
    const broken = lines.map((line, index) => [index > 0 ? lineEnd : "", line.map(pieceOf)]);
    const paragraph = isCode
      ? html`<pre dir="auto">${broken}</pre>`
      : html`<p dir="auto">${broken}</p>`;
    return isQuote ? html`<blockquote>${paragraph}</blockquote>` : paragraph;
  });
  return html`${blocks}`;
}

function pieceOf(piece: TextPiece): Markup | string {
  if (typeof piece === "string") return piece;
  return html`<a href="${piece.href}" rel="nofollow ugc noopener">${piece.href}</a>`;
}

function updatedAt({ publishedAt, editedAt }: LatestComment): string {
  return editedAt !== null && editedAt > publishedAt ? editedAt : publishedAt;
}

/** A name that stays the same when the service or an article moves (RFC 4151). */
function tag({ url }: Site, day: string, name: string): string {
  return `tag:${new URL(url).hostname},${day}:${name}`;
}
