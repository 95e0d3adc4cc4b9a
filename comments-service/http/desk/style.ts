import { css, inline } from "../style.ts";
import { listCss } from "./list-style.ts";
import { recordCss } from "./record-style.ts";

const deskCss = `${css}
:root{--tint:light-dark(#f4f0e7,#201e1b)}
.ui,nav,form,.facts,.bar,.said{font-family:var(--ui);font-size:.85rem;line-height:1.45}
body>header,main,body>footer{max-width:76rem}
html{scroll-padding-bottom:5rem}
body>header p{display:flex;flex-wrap:wrap;gap:.3rem 1rem;align-items:baseline;justify-content:space-between}
body>header .ui{color:var(--soft);font-weight:400;letter-spacing:0}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.6rem .9rem;z-index:2}
nav ul{list-style:none;margin:0;padding:.3rem 0;display:flex;flex-wrap:wrap;gap:0 1.3rem}
nav a{display:inline-block;padding:.5rem 0;text-decoration:none}
nav [aria-current]{border-bottom:2px solid var(--accent);padding-bottom:calc(.5rem - 2px)}
nav b,.mark{display:inline-block;border:1px solid transparent;line-height:1.4;background:var(--accent);color:var(--paper);padding:0 .4rem;border-radius:2px;font-weight:600;margin-left:.3rem}
main{padding-top:1.6rem}
main:focus{outline:0}
h2{line-height:1.25;font-size:1.3rem;margin:2rem 0 .6rem}
.said{border-block:1px solid var(--rule);padding:.6rem 0;margin:0 0 1.4rem;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;align-items:center;font-size:.95rem}
.said form,.inline{display:inline}
.toc:empty{display:none}
.toc{list-style:none;margin:0;padding:0;border-top:3px solid}
.toc>li{border-bottom:1px solid var(--rule);padding:1.1rem 0;display:grid;grid-template-columns:2rem minmax(0,1fr);scroll-margin:5rem}
.toc>li:focus{outline:2px solid transparent;box-shadow:-.9rem 0 0 -.6rem var(--accent)}
.toc>li:focus-visible{box-shadow:none;outline:3px solid var(--accent);outline-offset:3px}
.toc.plain>li{display:block}
.toc h2{font-size:1.2rem;margin:0 0 .3rem}
.toc h2 a{text-decoration:none}
.kick{color:var(--accent);font:600 .85rem/1.4 var(--ui);margin:0 0 .15rem}
.kick a{display:inline-block;padding:.2rem 0;text-decoration:none}
.facts{color:var(--soft);margin:0 0 .4rem;display:flex;flex-wrap:wrap;gap:0 .9rem;align-items:baseline}
.facts a{padding:.15rem 0}
.toc>li>*,.facts>*{min-width:0}
.facts,.kick,.toc h2,.acts,h1{overflow-wrap:anywhere}
.facts strong{color:var(--ink);font-size:.95rem}
.why{color:var(--accent);font-weight:600}
.toc article{border:0;margin:0;padding:0}
.words{font:1.02rem/1.55 var(--text);white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 .5rem;max-width:40rem}
.words.ui{font:.85rem/1.45 var(--ui);margin:0}
.acts{display:flex;flex-wrap:wrap;gap:.35rem 1.1rem;align-items:baseline}
.acts button,.quiet,summary{font:inherit;font-family:var(--ui);font-size:.85rem;color:inherit;background:none;border:1px solid transparent;border-radius:2px;padding:.35rem 0;min-height:24px;text-align:left;text-decoration:underline;text-decoration-color:var(--accent);text-underline-offset:.2em;cursor:pointer}
.acts [data-act=publish],.acts [data-act=keep]{font-weight:600}
.acts button:hover,.quiet:hover,summary:hover{color:var(--accent);background:none}
summary{display:inline-block}
label{display:block;font-weight:600}
.inline label{display:inline;font-size:.85rem}
.find label+button{margin-left:.3rem}
.field select{display:block;margin-top:.3rem}
input[type=text],input[type=email],input[type=search],input:not([type]),textarea,select{font:1rem/1.4 var(--ui);padding:.5rem .6rem;border:1px solid var(--soft);border-radius:3px;background:var(--paper);color:var(--ink);max-width:100%}
.field{margin:0 0 1rem}
.field input,.field textarea{display:block;width:100%;max-width:32rem;margin-top:.3rem}
input[type=checkbox]{width:1.25rem;height:1.25rem;margin:.3rem 0 0}
.find{display:flex;gap:.5rem;align-items:end;margin:0 0 1.4rem}
.find label{flex:0 1 26rem;min-width:0}
.find input{display:block;width:100%;margin-top:.3rem}
.find button{font:600 1rem/1.4 var(--ui);padding:.5rem 1.2rem;border:1px solid transparent;white-space:nowrap}
body>footer{margin:auto;padding:0 clamp(1rem,4vw,2.5rem) 3rem;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;align-items:baseline}
body>footer details[open]{flex:1 1 100%}
kbd{font:600 .85rem var(--ui)}
.keys{grid-template-columns:3.5rem 1fr;margin:.5rem 0 .8rem}
.go{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:baseline;margin-top:1.2rem}
.go button,main>form>p>button{font:600 1rem var(--ui)}
@media(max-width:40rem){.acts{gap:0 1.2rem}.acts button,.quiet,summary{padding:.5rem 0}}
@media print{.acts,.bar,nav,form{display:none}}${listCss}${recordCss}`;

/** The style of the desk: that of the service's other pages, and lists that look like tables of contents. */
export const deskStyle = inline("style", deskCss);
