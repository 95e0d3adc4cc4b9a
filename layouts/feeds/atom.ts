import type { FeedView } from "../../magazine/pages/machine-views.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { entriesOf } from "./entry.ts";
import type { PrintedEntry } from "./entry.ts";
import { feedTypes } from "./types.ts";

/** An Atom feed, RFC 4287. */
export function atom(view: FeedView): Html {
  // An empty feed has no newest entry, and the standard asks for a date: the beginning of time is a stable one.
  const updated = view.updated ?? "1970-01-01T00:00:00Z";
  return html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${view.language}">
      <id>${view.url}</id>
      <title>${view.title}</title>
      <subtitle>${view.description}</subtitle>
      <link rel="self" type="${feedTypes.atom.type}" href="${view.self}" />
      <link rel="alternate" type="text/html" href="${view.url}" />
      <updated>${updated}</updated>
      <author><name>${view.publisher.name}</name></author>
      ${entriesOf(view).map((one) => entry(one))}
    </feed>
`;
}

function entry(one: PrintedEntry): Html {
  return html`<entry>
    <id>${one.id}</id>
    <title>${one.title}</title>
    <link rel="alternate" type="text/html" href="${one.url}" />
    <published>${one.date}</published>
    <updated>${one.updated}</updated>
    ${one.authors.map(({ name, url }) => html`<author><name>${name}</name><uri>${url}</uri></author>`)}
    ${one.categories.map((name) => html`<category term="${name}" />`)}
    ${one.standfirst !== null && html`<summary>${one.standfirst}</summary>`}
    <content type="html" xml:base="${one.url}">${one.escaped}</content>
  </entry>`;
}
