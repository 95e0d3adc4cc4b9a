/**
 * How lists of comments look: left what was written, right what a decision needs; the bar for many only while something is chosen. Ink for what is
 * likely, red for what needs a second look or cannot be taken back.
 */
export const listCss = `
.acts .btn,.bar .btn{font:600 .875rem/1.4 var(--ui);border:1px solid var(--ink);border-radius:3px;padding:.42rem .8rem;background:var(--paper);color:var(--ink);text-decoration:none;list-style:none;display:inline-block;cursor:pointer}
.btn::-webkit-details-marker{display:none}
.acts .btn:hover,.bar .btn:hover{background:var(--tint);color:var(--ink)}
.acts .ink,.bar .ink{background:var(--ink);color:var(--paper)}
.acts .ink:hover,.bar .ink:hover{background:var(--soft);border-color:var(--soft);color:var(--paper)}
.acts .no,.bar .no{border-color:var(--accent);color:var(--accent);margin-left:auto}
.acts .no:hover,.bar .no:hover{background:var(--accent);color:var(--paper)}
:is(.queue .acts,.bar) details{display:contents}
:is(.queue .acts,.bar) details::details-content{order:5;flex:1 1 100%}
.reasons{display:flex;flex-wrap:wrap;gap:.4rem;padding:.5rem 0 .2rem}
.reasons .btn{font-weight:400}
.reasons .hint{flex:1 1 100%;margin:.2rem 0 0}
.queue{max-width:none}
.queue>li{gap:0 .6rem;padding:1rem 0 1.1rem}
.queue>li:has(.pick input:checked){background:var(--tint);box-shadow:-.8rem 0 0 var(--tint),.8rem 0 0 var(--tint)}
.pick input{width:1.3rem;height:1.3rem;margin:.1rem 0 0;accent-color:var(--ink)}
.line{display:flex;flex-wrap:wrap;gap:0 .8rem;align-items:baseline;color:var(--soft)}
.line b,.on a{color:var(--ink)}
.line,.on,.parent{min-width:0;overflow-wrap:anywhere}
.queue h2{font:600 1rem/1.4 var(--ui);letter-spacing:0;margin:0;color:var(--ink)}
.on{color:var(--soft);margin:0;font-weight:600}
.on a{text-decoration-color:var(--rule);display:inline-block;padding:.15rem 0}
.words mark{background:light-dark(#f6e4b9,#5a4620);color:inherit;padding:0 .15em;text-decoration:underline 2px var(--accent);text-underline-offset:.15em}
.queue .words{font-size:1.0625rem;line-height:1.5;margin:.2rem 0 .4rem}
.parent{display:block;border-left:2px solid var(--rule);padding:.1rem 0 .1rem .7rem;margin:.35rem 0;color:var(--soft);max-width:40rem;text-decoration:none}
.about{color:var(--soft);display:grid;gap:.35rem;align-content:start;overflow-wrap:anywhere;min-width:0}
.about p,.about ul{margin:0;padding:0;list-style:none}
.about :is(.why,.rule)::first-letter{text-transform:uppercase}
:is(.about,.facts) .rule{color:var(--ink);font-weight:600}
.about b{color:var(--ink)}
.about a{display:inline-block;padding:.2rem 0}
.queue .acts{gap:.5rem;padding-top:.5rem;max-width:42rem}
.queue .acts a.quiet{padding:.42rem .3rem;text-decoration-color:var(--rule)}
.news{display:flex;flex-wrap:wrap;gap:0 1rem;margin:0;padding:.2rem 0}
.news[hidden]{display:none}
.toc>.decided{display:block;padding:.2rem .7rem;background:var(--tint)}
.decided .said{border:0;margin:0;padding:.2rem 0}
.news a{padding:.2rem 0}
#keys{max-width:24rem;border:1px solid var(--ink);background:var(--paper);color:var(--ink);padding:1rem 1.2rem}
#keys:not(:popover-open){display:none}
button.danger{background:var(--accent);color:var(--paper)}
.bar [hidden]{display:none}
.foot{position:sticky;bottom:0;z-index:2;background:var(--paper)}
.foot .news{border-top:1px solid var(--soft)}
.bar{display:none;border-top:3px solid;padding:.6rem 0 .8rem;gap:.5rem;flex-wrap:wrap;align-items:center}
.bar strong{margin-right:.6rem}
form:has(.pick input:checked) .bar{display:flex}
@supports not selector(:has(*)){.bar{display:flex}}
${["publish", "keep", "reject", "hide"].map((act) => `form:has(li:not([data-acts~=${act}]) .pick input:checked) .bar [data-act=${act}]{display:none}`).join("\n")}
@media(min-width:62rem){
.queue article{display:grid;grid-template:auto 1fr/minmax(0,42rem) minmax(0,1fr)}
.queue article>*{grid-column:1}
.queue .about{grid-column:2;grid-row:1/span 2;border-left:1px solid var(--rule);padding-left:1.4rem;margin-left:1.4rem}
}
@media(max-width:40rem){
.acts .btn,.bar .btn{padding:.55rem .8rem}
.bar strong{flex:1 0 100%}
}
@media(forced-colors:active){
.acts .ink,.bar .ink{forced-color-adjust:none;background:ButtonText;color:ButtonFace;border-color:ButtonText}
.words mark{forced-color-adjust:none;background:Mark;color:MarkText}
.queue>li:has(.pick input:checked){outline:2px solid Highlight}
nav [aria-current]{border-bottom:3px solid Highlight}
.mark,nav b{forced-color-adjust:none;background:CanvasText;color:Canvas}
}`;
