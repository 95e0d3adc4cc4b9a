import type { FeedEntry, FeedView } from "../../magazine/pages/machine-views.ts";
import { changes } from "../changes.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { caption, plainPicture } from "../picture.ts";
import { prose } from "../text.ts";

/** An entry, and its text as HTML. */
export interface PrintedEntry extends FeedEntry {
  readonly html: string;
  /** The same as a text in XML. */
  readonly escaped: Html;
}

let latest: { readonly view: FeedView; readonly printed: readonly PrintedEntry[] } | undefined;

/** The entries of a feed with their texts: printed once for all its formats, which stand one after the other among the pages. */
export function entriesOf(view: FeedView): readonly PrintedEntry[] {
  if (latest !== undefined && isSame(latest.view, view)) return latest.printed;
  const printed = view.entries.map((one) => {
    const text = entryText(one, view);
    return { ...one, html: text, escaped: html`${text}` };
  });
  latest = { view, printed };
  return printed;
}

function isSame(one: FeedView, other: FeedView): boolean {
  const { entries, site, language, locale } = other;
  return (
    one.entries === entries &&
    one.site === site &&
    one.language === language &&
    one.locale === locale
  );
}

/** The whole article as it stands in a feed: its picture, its text and what was changed in it, as HTML with absolute addresses. */
function entryText(entry: FeedEntry, { site, ...view }: FeedView): string {
  const { url, image, text } = entry;
  const picture =
    image !== null &&
    html`<figure>
${plainPicture(image, "lead", site, image.alt)}
${caption(image)}
</figure>
`;
  return html`${picture}${prose(text, { from: { site, page: url } })}${changes(entry.changes, view)}`.toString();
}
