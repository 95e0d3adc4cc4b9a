import type { FramedLayout } from "../magazine/pages/page.ts";
import type { FramedView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { boxes, feedLinks, footer, masthead } from "./around.ts";
import type { Assets, Style } from "./assets.ts";
import { html, inPieces, raw } from "./html.ts";
import type { Html, Piece } from "./html.ts";
import { once } from "./once.ts";
import { contentSecurityPolicy } from "./policy.ts";
import type { Allowed } from "./policy.ts";
import { structuredData } from "./structured-data.ts";
import type { Thing } from "./structured-data.ts";
import { textStylesIn } from "./text-styles.ts";

/** What a layout gives to the shell that stands around it. */
export interface Inside {
  /** The page's own address in the navigation, such as its column's. */
  readonly current?: string;
  /** More for the head: Open Graph. */
  readonly meta?: Html;
  /** What the page is, for search engines; the way to it is said anyway. */
  readonly data?: readonly Thing[];
  /** The script that the page has besides that of every page. */
  readonly script?: "search";
  /** What the page's policy allows that others' do not. */
  readonly allows?: readonly Allowed[];
  readonly main: Html;
}

/** A whole HTML page: head, masthead, the page's own content, the boxes, the footer. */
export function shell(
  layout: FramedLayout,
  view: FramedView,
  { current, meta, data = [], script, allows = [], main }: Inside,
  assets: Assets,
): readonly Piece[] {
  const { frame, head } = view;
  const { feeds = [] } = head;
  const word = words[frame.language];
  const styles = [assets.styles[layout], ...textStylesIn(main.toString(), assets)];
  const hashes = styles.map(({ hash }) => hash);
  return inPieces`<!doctype html>
<html lang="${frame.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(hashes, frame.service, allows)}">
<title>${head.title === "" ? frame.title : `${head.title} – ${frame.title}`}</title>
<meta name="description" content="${head.description ?? `${head.title} – ${frame.title}. ${frame.description}`}">
${styles.map((one) => styleElement(one))}<script type="module" src="${assets.script}"></script>
${script !== undefined && html`<script type="module" src="${assets[script]}"></script>`}
${(frame.preview || layout === "notFound") && html`<meta name="robots" content="noindex">`}
${layout !== "notFound" && html`<link rel="canonical" href="${frame.url}${head.canonical}">`}
<link rel="icon" type="image/svg+xml" href="${assets.icon}">
${feedLinks(frame, feeds)}
${meta}
${structuredData(view, data)}
</head>
<body>
<a class="skip ui" href="#text">${word.skip}</a>
<div class="page">
${masthead(frame, { layout, current })}
<div class="grid">
<main id="text" tabindex="-1"${frame.service !== null && html` data-service="${frame.service}"`}>
${main}
</main>
${boxes(frame, layout)}
</div>
${footer(frame, feeds)}
</div>
</body>
</html>
`;
}

const styleElement = once<Style, void>(
  ({ css }) => html`<style>${raw(css)}</style>
`,
  String,
);
