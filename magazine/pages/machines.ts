import type { Context } from "./context.ts";
import type { Page } from "./page.ts";

/** schedule.json: when a build would next print something else, for whoever begins builds. */
export function schedulePage({ magazine, addresses }: Context): Page {
  return {
    path: addresses.schedule,
    layout: "schedule",
    source: "magazine.yaml",
    view: { version: 1, next: magazine.next },
  };
}

export function robotsPage({ magazine, addresses }: Context): Page {
  return {
    path: addresses.robots,
    layout: "robots",
    source: "magazine.yaml",
    view: {
      sitemaps: [addresses.sitemap(), addresses.newsSitemap].map((path) => magazine.url + path),
    },
  };
}

export function headersPage({ magazine, addresses }: Context): Page {
  return {
    path: addresses.headers,
    layout: "headers",
    source: "magazine.yaml",
    view: { images: addresses.images, preview: magazine.preview },
  };
}
