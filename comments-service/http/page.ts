import type { Context } from "hono";
import { html } from "./html.ts";
import type { Markup } from "./html.ts";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Service } from "../acts/service.ts";
import type { Site } from "../domain/thread-list.ts";
import type { PageWords } from "../words/de/pages.ts";
import { wordsIn } from "../words/words.ts";
import type { FileName } from "./files.ts";
import { policy } from "./headers.ts";

/** A page of the service: its title, and what stands below it. */
export interface Page {
  title: string;
  main: Markup;
}

/** The words of pages and feeds in the magazine's language. */
export function wordsOf({ language }: Pick<Site, "language">): PageWords {
  return wordsIn(language).pages;
}

/** Answers with a whole document. */
export function answerDocument(
  c: Context,
  status: ContentfulStatusCode,
  site: Site,
  document: { title: string; policy: string; styles?: readonly FileName[]; body: Markup },
): Response {
  const { title, policy, styles = [], body } = document;
  c.header("Content-Security-Policy", policy);
  const markup = html`<!doctype html>
<html lang="${site.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title} – ${site.title}</title>
${(["pages.css", ...styles] as const).map(
  (name) => html`<link rel="stylesheet" href="/${name}">
`,
)}</head>
<body>
${body}
</body>
</html>
`;
  return c.html(markup.toString(), status);
}

/** Answers with a page, which is written in the words of the magazine's language. */
export type Show = (
  c: Context,
  status: ContentfulStatusCode,
  write: (words: PageWords, site: Site) => Page,
) => Promise<Response>;

/**
 * How the service's own pages are shown: under the magazine's name, with the way back to it.
 */
export function showing({ magazine, settings }: Pick<Service, "magazine" | "settings">): Show {
  return async (c, status, write) => {
    const site = await magazine.lastKnownSite();
    const { title, main } = write(wordsOf(site), site);
    return answerDocument(c, status, site, {
      title,
      policy: policy(settings.site.origin, "'self'"),
      body: html`<header><p><a href="${site.url}">${site.title}</a></p></header>
<main>
<h1>${title}</h1>
${main}
</main>
${siteFooter(site)}`,
    });
  };
}

/** The way back to the magazine, and its imprint and privacy where its list tells them. */
export function siteFooter(site: Site): Markup {
  const { around } = wordsOf(site);
  const link = (href: string | null | undefined, words: string) =>
    href == null ? "" : html`<a href="${href}">${words}</a>`;
  return html`<footer><nav aria-label="${around.label(site.title)}">${link(site.url, around.home)}
${link(site.imprint, around.imprint)}
${link(site.privacy, around.privacy)}</nav></footer>`;
}

/** Somebody's words in a page: German quotations in an English one are named as such, so that they are not read out as English. */
export function spoken(words: string, { language }: Pick<Site, "language">): Markup {
  if (language === "de") return html`${words}`;
  const parts = words
    .split(/(„[^„“]+“)/u)
    .map((part) =>
      part.startsWith("„") && part.endsWith("“") ? html`<span lang="de">${part}</span>` : part,
    );
  return html`${parts}`;
}

/** A page of one sentence. */
export function sentencePage({ title, sentence }: { title: string; sentence: string }): Page {
  return { title, main: html`<p>${sentence}</p>` };
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
