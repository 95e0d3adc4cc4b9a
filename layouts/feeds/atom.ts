import type { FeedEntry, FeedView } from "../../magazine/pages/views.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { prose } from "../text.ts";

/** An Atom feed, RFC 4287, with the whole text of each article. */
export function feed(view: FeedView): Html {
  // An empty feed has no newest entry, and the standard asks for a date: the beginning of time is a stable one.
  const updated = view.updated ?? "1970-01-01T00:00:00Z";
  return html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${view.language}">
      <id>${view.id}</id>
      <title>${view.title}</title>
      <subtitle>${view.description}</subtitle>
      <link rel="self" type="application/atom+xml" href="${view.self}" />
      <link rel="alternate" type="text/html" href="${view.url}" />
      <updated>${updated}</updated>
      <author><name>${view.publisher.name}</name></author>
      ${view.entries.map((one) => entry(one, view))}
    </feed>
`;
}

function entry(one: FeedEntry, { language, url }: FeedView): Html {
  const text = prose(one.text, language, {
    from: { site: url.replace(/\/$/, ""), page: one.url },
  });
  return html`<entry>
    <id>${one.id}</id>
    <title>${one.title}</title>
    <link rel="alternate" type="text/html" href="${one.url}" />
    <published>${one.date}</published>
    <updated>${one.updated}</updated>
    ${one.authors.map(({ name, url: uri }) => html`<author><name>${name}</name><uri>${uri}</uri></author>`)}
    <category term="${one.column}" />
    ${one.standfirst !== null && html`<summary>${one.standfirst}</summary>`}
    <content type="html" xml:base="${one.url}">${text.toString()}</content>
  </entry>`;
}
