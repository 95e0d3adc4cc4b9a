import { raw } from "hono/html";

/** What all of the service's own pages share. */
export const css = `:root{color-scheme:light dark;--paper:light-dark(#fcfbf8,#171614);--ink:light-dark(#1d1b18,#e9e5dc);--soft:light-dark(#625c52,#a79f91);--rule:light-dark(#ddd7cb,#37332d);--accent:light-dark(#9d2b1e,#ef9a86);--text:"Iowan Old Style","Charter","Bitstream Charter","Source Serif 4","Noto Serif",Georgia,serif;--ui:system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:clamp(1.06rem,1rem + .3vw,1.2rem)/1.6 var(--text);overflow-wrap:break-word}
a{color:inherit;text-decoration-color:var(--accent);text-decoration-thickness:.08em;text-underline-offset:.18em}
a:hover{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
body>header,main{max-width:44rem;margin:auto;padding:0 clamp(1rem,4vw,2.5rem)}
body>header p{margin:0;padding:1.6rem 0 .7rem;border-bottom:1px solid var(--ink);font-size:clamp(1.5rem,4vw,2.1rem);line-height:1;font-weight:700;letter-spacing:-.02em}
body>header a{text-decoration:none}
body>footer{max-width:44rem;margin:auto;padding:0 clamp(1rem,4vw,2.5rem) 2.5rem;font:.85rem/1.45 var(--ui)}
body>footer>nav{flex:1 1 100%;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;border-top:1px solid var(--rule);padding-top:.8rem}
body>footer>nav a{display:inline-block;padding:.2rem 0;text-decoration:underline;text-decoration-color:var(--accent);color:var(--soft)}
main{padding-block:clamp(1.5rem,5vw,3rem) 4rem}
h1{font-size:clamp(1.7rem,1.3rem + 2vw,2.4rem);line-height:1.12;letter-spacing:-.02em;margin:0 0 1rem;text-wrap:balance}
p{margin:0 0 1.1em;text-wrap:pretty}
button{font:600 1rem var(--ui);background:var(--ink);color:var(--paper);border:1px solid transparent;border-radius:3px;padding:.8rem 1.5rem;cursor:pointer}
button:hover{background:var(--accent)}
button.quiet{background:none;color:var(--soft);padding:.3rem 0;font-weight:400;text-decoration:underline}
button.quiet:hover{background:none;color:var(--accent)}
label{display:block;font:600 1rem/1.5 var(--ui)}
label:has([type=radio],[type=checkbox]){display:flex;gap:.6rem;align-items:baseline;font-weight:400;padding:.3rem 0}
:is([type=radio],[type=checkbox]){margin:0;flex:none;accent-color:var(--accent)}
figure{margin:0 0 1.4rem}
figure blockquote{margin:0 0 .4rem}
figcaption{padding-left:calc(1rem + 3px);font:.85rem/1.5 var(--ui);color:var(--soft)}
blockquote{margin:0 0 1.4rem;padding-left:1rem;border-left:3px solid var(--accent)}
:is(input:not([type=radio],[type=checkbox]),textarea){display:block;width:100%;margin-top:.3rem;font:1rem/1.5 var(--ui);padding:.6rem .7rem;border:1px solid var(--soft);border-radius:3px;background:var(--paper);color:var(--ink);resize:vertical}
:is(input,textarea,select):focus-visible{outline-offset:0}
[aria-invalid=true][aria-invalid=true]{border:2px solid var(--accent)}
@media(forced-colors:active){button.quiet,.acts button,summary{border:1px solid;padding-inline:.5rem}}
.hint,.wrong{font:.85rem/1.5 var(--ui);color:var(--soft)}
.wrong{color:var(--accent);font-weight:600}
p:not(:has(button)):has(+.hint,+.wrong){margin-bottom:.35rem}
section{border-top:3px solid var(--ink);padding:.9rem 0;margin-top:1.6rem}
section h2{font-size:1.15em;margin:.2rem 0 .6rem}
article{border-top:3px solid var(--ink);padding:.9rem 0 1.6rem;margin-top:1.6rem}
article form label{margin-top:.8rem}
article h2{font-size:1.15em;line-height:1.3;margin:.2rem 0 .6rem}
dl{font:.85rem/1.5 var(--ui);color:var(--soft);margin:0;display:grid;grid-template-columns:auto 1fr;gap:0 1rem}
dd{margin:0}
input.enter[type=submit]{position:absolute;width:24px;height:24px;margin:0;padding:0;border:0;opacity:0;pointer-events:none}
pre{font:1rem/1.55 var(--text);white-space:pre-wrap;margin:0;overflow-wrap:anywhere}`;

/** What stands inline in a page, and what its Content-Security-Policy names it by. */
export function inline(tag: "style" | "script", source: string) {
  let hash: Promise<string> | undefined;
  return {
    markup: raw(`<${tag}>${source}</${tag}>`),
    hash: () => (hash ??= sourceHash(source)),
  };
}

/** The style of the service's own pages, of one family with the magazine's. */
export const style = inline("style", css);

async function sourceHash(source: string): Promise<string> {
  const bytes = new Uint8Array(
    await crypto.subtle.digest("SHA-256", new TextEncoder().encode(source)),
  );
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`;
}
