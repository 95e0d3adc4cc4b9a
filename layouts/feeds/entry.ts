import type { FeedEntry, FeedView } from "../../magazine/pages/machine-views.ts";
import { changes } from "../changes.ts";
import { html } from "../html.ts";
import { caption, plainPicture } from "../picture.ts";
import { prose } from "../text.ts";

/** The whole article as it stands in a feed: its picture, its text and what was changed in it, as HTML with absolute addresses. */
export function entryText(entry: FeedEntry, { site, ...view }: FeedView): string {
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
