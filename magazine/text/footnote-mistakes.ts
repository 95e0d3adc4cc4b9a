import { guesser } from "../guess.ts";
import type { Environment } from "./environment.ts";
import { isLabel } from "./footnotes.ts";
import type { Note } from "./footnotes.ts";
import type { Found } from "./inline.ts";
import { excerpt, mistake } from "./mistakes.ts";
import type { TextMistake } from "./mistakes.ts";
import { startOfLine } from "./places.ts";

/** Citations of footnotes that are not there, and citations where none may stand. */
export function citationMistakes(
  found: readonly Found[],
  { definitions }: Environment,
): TextMistake[] {
  const guessLabel = guesser(definitions.map(({ label }) => label));
  return found.flatMap(({ token, place, inAlt, inNote }) => {
    if (token.type === "footnote_missing") {
      const what = `there is no footnote ${token.content}`;
      const expected = `its words on a line of their own, ${token.content}: …; or \\${token.content} to print it so`;
      const guess = guessLabel(token.content.slice(2, -1));
      return [mistake(place(), what, expected, guess && `[^${guess}]`)];
    }
    if (token.type !== "footnote_ref") return [];
    if (inAlt) {
      return [mistake(place(), "a footnote in a picture's description", "footnotes in the text")];
    }
    if (inNote) return [mistake(place(), "a footnote inside a footnote", "all in one footnote")];
    return [];
  });
}

/** The definitions that cannot be printed, or that nothing leads to. */
export function definitionMistakes(
  environment: Environment,
  notes: readonly Note[],
  lines: readonly string[],
): TextMistake[] {
  const { refs = {}, list = [] } = environment.footnotes ?? {};
  const seen = new Set<string>();
  // Nothing but the marks around a note and its way back.
  const empty = new Set(
    list.filter((_, index) => notes[index]?.tokens.length === 3).map(({ label }) => label),
  );
  return environment.definitions.flatMap(({ label, line, nested }) => {
    const refuse = (what: string, expected: string) => [
      mistake(startOfLine(lines, line), what, expected),
    ];
    const shown = `[^${excerpt(label)}]`;
    if (!isLabel(label)) {
      return refuse(`${shown} cannot name a footnote`, "a name without spaces, such as [^1]");
    }
    if (nested) {
      const what = `the footnote ${shown} stands inside another block`;
      return refuse(what, "footnotes between paragraphs");
    }
    if (seen.has(label)) return refuse(`a second footnote ${shown}`, "each name once");
    seen.add(label);
    if (empty.has(label)) {
      return refuse(`the footnote ${shown} is empty`, "its words behind the colon");
    }
    if (refs[`:${label}`] === -1) {
      return refuse(`the footnote ${shown} is not cited`, `${shown} somewhere in the text`);
    }
    return [];
  });
}
