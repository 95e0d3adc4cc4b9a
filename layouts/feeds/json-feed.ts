import type { FeedView } from "../../magazine/pages/machine-views.ts";
import { shownIn } from "../../magazine/pictures.ts";
import { raw } from "../html.ts";
import type { Html } from "../html.ts";
import { entriesOf } from "./entry.ts";
import type { PrintedEntry } from "./entry.ts";

/** A JSON Feed, version 1.1. */
export function jsonFeed(view: FeedView): Html {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: view.title,
    home_page_url: view.url,
    feed_url: view.self,
    description: view.description,
    authors: [{ name: view.publisher.name }],
    language: view.language,
    items: entriesOf(view).map((one) => item(one, view)),
  };
  return raw(`${JSON.stringify(feed, null, 1)}\n`);
}

function item(one: PrintedEntry, view: FeedView) {
  return {
    id: one.id,
    url: one.url,
    title: one.title,
    content_html: one.html,
    summary: one.standfirst ?? undefined,
    image: one.image === null ? undefined : view.site + shownIn("lead", one.image).address,
    date_published: one.date,
    date_modified: one.updated,
    authors: one.authors,
    tags: one.categories,
  };
}
