import type {
  HeadersView,
  RobotsView,
  ScheduleView,
  ThreadsView,
} from "../../magazine/pages/machine-views.ts";
import { raw } from "../html.ts";
import type { Html } from "../html.ts";
import { headerRules } from "./host-rules.ts";

/** threads.json, as the comments service reads it. */
export function threads(view: ThreadsView): Html {
  return raw(`${JSON.stringify(view, null, 1)}\n`);
}

/** schedule.json */
export function schedule(view: ScheduleView): Html {
  return raw(`${JSON.stringify(view, null, 1)}\n`);
}

/** robots.txt, RFC 9309. */
export function robots({ sitemaps }: RobotsView): Html {
  const lines = sitemaps.map((sitemap) => `Sitemap: ${sitemap}\n`);
  return raw(`User-agent: *\nAllow: /\n\n${lines.join("")}`);
}

/** _headers, as Cloudflare and Netlify read it. */
export function headers(view: HeadersView): Html {
  const rules = headerRules(view).map(({ folder, headers }) =>
    [`${folder}*`, ...headers.map(([name, value]) => `  ${name}: ${value}`), ""].join("\n"),
  );
  return raw(rules.join("\n"));
}
