import { formatRfc822 } from "../../magazine/dates.ts";
import type { FeedView } from "../../magazine/pages/machine-views.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { entriesOf } from "./entry.ts";
import type { PrintedEntry } from "./entry.ts";
import { feedTypes } from "./types.ts";

/** An RSS 2.0 feed, by the RSS Advisory Board's profile: whole texts in `content:encoded`, names in `dc:creator`, since RSS's own author is a mailbox. */
export function rss(view: FeedView): Html {
  return html`<?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel>
        <title>${view.title}</title>
        <link>${view.url}</link>
        <description>${view.description}</description>
        <language>${view.language}</language>
        ${view.updated !== null && html`<lastBuildDate>${formatRfc822(view.updated)}</lastBuildDate>`}
        <atom:link rel="self" type="${feedTypes.rss.type}" href="${view.self}" />
        ${entriesOf(view).map((one) => item(one))}
      </channel>
    </rss>
`;
}

function item(one: PrintedEntry): Html {
  return html`<item>
    <title>${one.title}</title>
    <link>${one.url}</link>
    <guid isPermaLink="false">${one.id}</guid>
    <pubDate>${formatRfc822(one.date)}</pubDate>
    ${one.authors.map(({ name }) => html`<dc:creator>${name}</dc:creator>`)}
    ${one.categories.map((name) => html`<category>${name}</category>`)}
    ${one.standfirst !== null && html`<description>${one.standfirst}</description>`}
    <content:encoded>${one.escaped}</content:encoded>
  </item>`;
}
