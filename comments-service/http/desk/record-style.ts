/** How record and numbers look: tables wide, entries on a phone. */
export const recordCss = `
.filters{display:flex;flex-wrap:wrap;gap:.7rem .9rem;align-items:end;margin:0 0 .8rem}
.filters label{font-size:.85rem;min-width:0}
.filters :is(select,input){display:block;width:auto;max-width:100%;margin-top:.2rem;font-size:.9rem;min-height:2.4rem}
.filters :is(select,input[type=search]){width:11rem}
.filters input[type=date]{width:9.5rem}
.filters button{font-size:.9rem;padding:.5rem 1rem;border:1px solid transparent;min-height:2.4rem}
.ways{display:flex;flex-wrap:wrap;gap:0 1.2rem;margin:0 0 1rem}
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
@media(max-width:48rem){.record,.record :is(tbody,tr,td){display:block}.record thead{display:none}.record tr{border-bottom:1px solid var(--rule);padding:.7rem 0}.record td{border:0;padding:0}.record td:not(.whole){display:inline}}`;
