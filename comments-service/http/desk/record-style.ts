/** How record and numbers look: tables wide, entries on a phone. */
export const recordCss = `
.filters{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end;margin:0 0 .8rem}
.filters label{font-size:.85rem;min-width:0}
.filters :is(select,input){display:block;width:auto;max-width:100%;margin-top:.2rem;font-size:.9rem;height:2.5rem;padding:.3rem .5rem}
.filters :is(select,input[type=search]){width:9rem}
.filters input[type=date]{width:8.6rem}
.filters button{font-size:.9rem;padding:.3rem .9rem;border:1px solid transparent;height:2.5rem}
.toc+form{margin-top:1.2rem}
.note{font-size:.85rem;font-family:var(--ui);margin:0 0 .5rem;border-left:2px solid var(--rule);padding-left:.7rem;max-width:40rem;overflow-wrap:anywhere}
.blocks{margin:0 0 1rem}
.blocks ul{list-style:none;margin:.3rem 0 0;padding:0;max-width:40rem;border-top:1px solid var(--rule)}
.blocks li{border-bottom:1px solid var(--rule);padding:.5rem 0;font-size:.85rem}
.blocks .words{display:block;margin:.1rem 0 0}
.ways{display:flex;flex-wrap:wrap;gap:0 1.2rem;align-items:baseline;margin:0 0 1rem}
.ways a{padding:.3rem 0}
table{width:100%;border-collapse:collapse;font:.85rem/1.45 var(--ui);margin:0 0 1.2rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--rule);overflow-wrap:anywhere}
thead th{border-bottom-color:var(--ink)}
td p{margin:0}
.record{border-top:3px solid}
.record .time{white-space:nowrap;color:var(--soft)}
.record .by{overflow-wrap:break-word}
.record .line{font:1rem/1.45 var(--text);color:var(--soft)}
.record a{display:inline-block;padding:.1rem 0}
.big{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));gap:0 1.6rem;margin:0 0 1rem;color:inherit}
@media(max-width:40rem){.big{grid-template-columns:repeat(auto-fit,minmax(min(100%,8rem),1fr))}}
.big div{border-bottom:1px solid var(--rule);padding:.7rem 0;display:flex;flex-direction:column;justify-content:space-between}
.big dt{color:var(--soft)}
.big dd{font:700 1.7rem/1.25 var(--text);letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.big small{font:.85rem var(--ui);letter-spacing:0;color:var(--soft)}
.pairs{columns:2 22rem;column-gap:2.5rem;margin-bottom:1rem}
.pairs section{border:0;margin:0;padding:.6rem 0;break-inside:avoid}
.pairs h2{font-size:1.1rem;margin:.6rem 0 .3rem}
.pairs th{font-weight:400}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.bar-cell{width:36%}
td:last-child{padding-right:0}
.bar-cell svg{display:block;width:100%;height:.8rem;margin-top:.2rem;fill:var(--ink)}
@media(forced-colors:active){.bar-cell svg{fill:CanvasText}}
@media(max-width:48rem){.record,.record :is(tbody,tr,td){display:block}.record thead{display:none}.record tr{border-bottom:1px solid var(--rule);padding:.7rem 0}.record td{border:0;padding:0}.record td:not(.whole){display:inline}}`;
