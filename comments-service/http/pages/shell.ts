import type { Context } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Site } from "../../domain/thread-list.ts";
import { policy } from "../headers.ts";
import { style, styleHash } from "./style.ts";

/** What stands in a page of the service's own; escaped by `html`. */
export type Markup = ReturnType<typeof html>;

/** Answers with a page. It may hold a token, so nobody keeps it. */
export async function page(
  c: Context,
  status: ContentfulStatusCode,
  site: Site,
  siteOrigin: string,
  { title, main }: { title: string; main: Markup },
): Promise<Response> {
  c.header("Cache-Control", "no-store");
  c.header("Content-Security-Policy", policy(siteOrigin, await styleHash()));
  const markup = await html`<!doctype html>
<html lang="${site.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title} – ${site.title}</title>
${style}
</head>
<body>
<header><p><a href="${site.url}">${site.title}</a></p></header>
<main>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`;
  return c.html(markup, status);
}

/**
 * Stands first in a form that acts. Enter in a field presses the form's first button, whatever that does (HTML, 'implicit submission'): here
 * it is this one, which nobody sees and which does nothing, since the method `dialog` sends nothing where there is no dialog. Two other
 * ways do not hold: a disabled button is passed over from a checkbox, and one that is not rendered is passed over by WebKit.
 * @param instead where a browser that does not know the method goes: a page that shows and does not act.
 */
export function enterDoesNothing(instead: string): Markup {
  return html`<input class="enter" type="submit" value="" formmethod="dialog" formaction="${instead}" formnovalidate tabindex="-1" aria-hidden="true">`;
}
