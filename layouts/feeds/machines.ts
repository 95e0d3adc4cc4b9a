import { jsonText } from "../../magazine/pages/machine-views.ts";
import type { HeadersView, RobotsView } from "../../magazine/pages/machine-views.ts";
import { raw } from "../html.ts";
import type { Html } from "../html.ts";
import { headerRules } from "./host-rules.ts";

/** schedule.json, and what the comments service reads. */
export function json(view: Parameters<typeof jsonText>[0]): Html {
  return raw(jsonText(view));
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
