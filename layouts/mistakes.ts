import { createHash } from "node:crypto";
import type { MistakesView } from "../magazine/pages/machine-views.ts";
import { words } from "../magazine/words/words.ts";
import { html, raw } from "./html.ts";
import type { Html } from "./html.ts";
import { contentSecurityPolicy } from "./policy.ts";

/** Its own, since it stands where a magazine may not be there to be printed. */
const style = `:root{color-scheme:light dark}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:46rem;font:1.0625rem/1.5 Charter,"Bitstream Charter","Sitka Text",Cambria,serif;color:light-dark(#1d1a16,#ece6dc);background:light-dark(#fffdf9,#191613)}
h1{margin:0 0 .25rem;font-size:1.6rem;line-height:1.2}
p{margin:0 0 .5rem}
ol{margin:2rem 0 0;padding:0;list-style:none}
li{margin:0 0 1.75rem;padding-top:1rem;border-top:1px solid light-dark(#d9d2c6,#403a32)}
.place,pre,code{font-family:ui-monospace,"SF Mono",Consolas,"DejaVu Sans Mono",monospace;font-size:.875rem;overflow-wrap:anywhere}
.place,.mended{color:light-dark(#665d50,#a89d8c)}
.what{font-weight:700;overflow-wrap:anywhere}
.expected{overflow-wrap:anywhere}
pre{margin:.75rem 0 0;padding:.6rem .8rem;overflow-x:auto;background:light-dark(#f3eee4,#26221d);line-height:1.35}
pre b{color:light-dark(#9d2b1e,#ff9d8c)}`;
const hash = `sha256-${createHash("sha256").update(style).digest("base64")}`;

/** A page of a preview in the place of one that mistakes keep from being printed: what they are, where, and what was expected. */
export function mistakes({ language, mistakes }: MistakesView): Html {
  const word = words[language].mistakes;
  const title = word.title(mistakes.length);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy([hash], null)}">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="mended">${word.mended}</p>
<ol>
${mistakes.map(
  ({ file, line, column, what, expected, guess, excerpt }) =>
    html`<li>
<p class="place">${file}:${line}:${column}</p>
<p class="what">${what}</p>
<p class="expected">${word.expected} ${expected}${guess !== undefined && html`<br>${word.guess} <code>${guess}</code>`}</p>
${
  excerpt !== null &&
  html`<pre tabindex="0" aria-label="${word.line(line)}">${excerpt.text}
<b>${excerpt.before}^</b></pre>`
}
</li>`,
)}
</ol>
</main>
</body>
</html>
`;
}
