import type {
  HeadersView,
  RobotsView,
  ScheduleView,
  ThreadsView,
} from "../../magazine/pages/machine-views.ts";
import { raw } from "../html.ts";
import type { Html } from "../html.ts";

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

/**
 * _headers, as Cloudflare Pages and Netlify read it: what a page cannot say in its own head. A picture opened at its own address may
 * draw and nothing else. Names of pictures and assets carry a hash, so they may be kept for ever.
 */
export function headers({ images, preview }: HeadersView): Html {
  const robots = preview ? "\n  X-Robots-Tag: noindex" : "";
  const forever = "Cache-Control: public, max-age=31536000, immutable";
  return raw(`/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Content-Security-Policy: frame-ancestors 'none'
  Permissions-Policy: camera=(), geolocation=(), microphone=()${robots}

${images}*
  Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox
  ${forever}

/assets/*
  ${forever}
`);
}
