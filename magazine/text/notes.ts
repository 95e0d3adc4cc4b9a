import type { Token } from "markdown-it";
import type { Note } from "./footnotes.ts";
import { gap } from "./gaps.ts";
import { citationId, noteId } from "./ids.ts";
import { citationOf } from "./inline.ts";
import { languageWords } from "./language.ts";
import type { View } from "./view.ts";

/** For each note cited in these tokens, by its number: which of its citations they hold, in their order. */
export function citationsIn(tokens: readonly Token[]): Map<number, number[]> {
  const citations = new Map<number, number[]>();
  for (const { children } of tokens) {
    for (const token of children ?? []) {
      if (token.type !== "footnote_ref") continue;
      const { note, citation } = citationOf(token);
      const here = citations.get(note);
      if (here) here.push(citation);
      else citations.set(note, [citation]);
    }
  }
  return citations;
}

/** A citation: the number of the note, leading to it. */
export function printCitation(token: Token, { language }: View): string {
  const { note, citation } = citationOf(token);
  const name = languageWords[language].footnote(note);
  return `<sup><a href="${gap("here", noteId(note))}" id="${citationId(note, citation)}" role="doc-noteref" aria-label="${name}">${note}</a></sup>`;
}

/**
 * The section with the notes of a view, `""` without any. They carry the numbers of the whole text.
 * @param print prints the tokens of a note
 */
export function printNotes(
  notes: readonly Note[],
  view: View,
  print: (tokens: readonly Token[]) => string,
): string {
  const cited = notes.filter(({ number }) => view.citations.has(number));
  if (cited.length === 0) return "";
  const items = cited.map(({ tokens }) => print(tokens)).join("");
  return `<section class="footnotes" role="doc-endnotes" aria-label="${languageWords[view.language].footnotes}">\n<ol>\n${items}</ol>\n</section>\n`;
}

export function openNote({ meta }: Token): string {
  const number = numberIn(meta);
  return `<li id="${noteId(number)}" value="${number}">\n`;
}

export function closeNote(): string {
  return "</li>\n";
}

/** One way back for each citation on this page; several are told apart by a number. */
export function printBacklinks({ meta }: Token, { language, citations }: View): string {
  const note = numberIn(meta);
  const here = citations.get(note) ?? [];
  return here
    .map((citation, index) => {
      const which = here.length > 1 ? ` ${index + 1}` : "";
      const name = languageWords[language].backToText + which;
      // The second character asks for the text form of the arrow, not the coloured picture.
      return ` <a href="${gap("here", citationId(note, citation))}" role="doc-backlink" aria-label="${name}">↩\uFE0E${which}</a>`;
    })
    .join("");
}

function numberIn(meta: unknown): number {
  // `gatherNotes` puts the note's number on the tokens around it.
  return meta as number;
}
