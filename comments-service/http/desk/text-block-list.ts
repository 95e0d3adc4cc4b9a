import type { KeptTextBlock } from "../../store/port/text-blocks.ts";
import type { Desk } from "./shell.ts";
import { html } from "../html.ts";
import type { Markup } from "../html.ts";

/**
 * Text blocks to put into a field: with script by a button, without it by hand.
 * @param into the id of the field; @param more sentences that stand before the moderators' own.
 */
export function textBlockList(
  { words: { textBlocks: words }, site }: Desk,
  own: readonly KeptTextBlock[],
  {
    purpose,
    into,
    more = [],
  }: { purpose: KeptTextBlock["purpose"]; into: string; more?: string[] },
): Markup | "" {
  const isOurs = ({ language }: KeptTextBlock) => language === site.language;
  const fitting = own.filter((block) => block.purpose === purpose);
  const blocks = [
    ...more.map((text) => ({ title: "", text, language: site.language })),
    ...fitting.filter(isOurs),
    ...fitting.filter((block) => !isOurs(block)),
  ];
  if (blocks.length === 0) return "";
  return html`<details class="blocks"><summary>${words.title}</summary><ul>${blocks.map(
    ({ title, text, language }) =>
      html`<li>${title === "" ? "" : html`<strong dir="auto">${title}</strong> `}${language === site.language ? "" : html`<span class="hint">${words.languages[language]}</span> `}<span data-text class="words ui" dir="auto" lang="${language}">${text}</span>
<button type="button" class="quiet" hidden data-into="${into}" aria-label="${words.insertOne(title || text)}">${words.insert}</button></li>`,
  )}</ul></details>`;
}
