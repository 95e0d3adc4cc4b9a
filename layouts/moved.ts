import type { MovedView, RedirectsView } from "../magazine/pages/machine-views.ts";
import { words } from "../magazine/words/words.ts";
import { html, raw } from "./html.ts";
import type { Html } from "./html.ts";

/**
 * The page at an article's former address: it leads on at once, and says where to for whoever stays. It loads nothing, so its policy
 * allows nothing.
 */
export function moved({ language, magazine, title, href, canonical }: MovedView): Html {
  const word = words[language];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta http-equiv="refresh" content="0; url=${href}">
<meta name="color-scheme" content="light dark">
<title>${title} – ${magazine}</title>
<link rel="canonical" href="${canonical}">
</head>
<body>
<p>${word.moved} <a href="${href}">${title}</a></p>
</body>
</html>
`;
}

/** _redirects, as Cloudflare Pages and Netlify read it: `from to 301`. In it, a colon begins the name of a placeholder. */
export function redirects({ moves }: RedirectsView): Html {
  return raw(moves.map(({ from, to }) => `${from.replaceAll(":", "%3A")} ${to} 301\n`).join(""));
}
