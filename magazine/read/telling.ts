import type { Language } from "../model.ts";
import { readSource } from "./documents.ts";
import { inWordsOf } from "./in-words/in-words.ts";
import { inOneLine, noteOf } from "./mistakes.ts";
import type { Excerpt, Mistake, Place, Told } from "./mistakes.ts";
import { readSettings } from "./settings.ts";

/** Signs of a line that are shown: of a paragraph on one line those around the place. */
const widest = 96;

const words = {
  de: {
    note: ({ what, expected, guess }: Mistake) =>
      `${what}; erwartet: ${expected}${guess === undefined ? "" : `; ist „${guess}“ gemeint?`}`,
    count: (mistakes: number, files: number) =>
      `${mistakes} Fehler in ${files} ${files === 1 ? "Datei" : "Dateien"}.`,
  },
  en: {
    note: noteOf,
    count: (mistakes: number, files: number) =>
      `${mistakes} mistake${mistakes === 1 ? "" : "s"} in ${files} file${files === 1 ? "" : "s"}.`,
  },
} as const satisfies Record<Language, object>;

export interface InWords {
  readonly language: Language;
  readonly mistakes: readonly Told[];
}

/** The mistakes in the words of the magazine that lies in the folder, each with its line. */
export function toldFrom(folder: string, mistakes: readonly Mistake[]): InWords {
  const { language } = readSettings(folder, () => undefined);
  const sources = new Map<string, readonly string[]>();
  const told = mistakes.map((mistake) => {
    const lines = sources.get(mistake.file) ?? linesOf(folder, mistake.file);
    sources.set(mistake.file, lines);
    return { ...inWordsOf(mistake, language), excerpt: excerptOf(lines, mistake) };
  });
  return { language, mistakes: told };
}

/** A mistake without its place, in one line. */
export function noteIn(language: Language, mistake: Told): string {
  return inOneLine(words[language].note(mistake));
}

/** For somebody at a terminal: `file:line:column`, what and what instead, then the line itself with a caret; a count closes. */
export function tellMistakes({ language, mistakes }: InWords): string {
  const files = new Set(mistakes.map(({ file }) => file)).size;
  const told = mistakes.map((one) => {
    const place = inOneLine(`${one.file}:${one.line}:${one.column}`);
    return [`${place} ${noteIn(language, one)}`, ...marked(one)].join("\n");
  });
  return [...told, "", words[language].count(mistakes.length, files)].join("\n");
}

function marked({ line, excerpt }: Told): readonly string[] {
  if (excerpt === null) return [];
  const margin = " ".repeat(String(line).length);
  return [`  ${line} | ${excerpt.text}`, `  ${margin} | ${excerpt.before}^`];
}

function linesOf(folder: string, file: string): readonly string[] {
  return readSource(folder, file, () => undefined).split("\n");
}

/** Null where the beginning of a file stands for all of it. */
function excerptOf(lines: readonly string[], { line, column }: Place): Excerpt | null {
  const text = lines[line - 1];
  if (text === undefined || text.trim() === "" || (line === 1 && column === 1)) return null;
  const from =
    text.length <= widest
      ? 0
      : Math.max(0, Math.min(column - 1 - widest / 2, text.length - widest));
  const shown = text.slice(from, from + widest).replaceAll(/\p{Cc}/gu, " ");
  const cut = [from > 0 ? "…" : "", from + widest < text.length ? "…" : ""] as const;
  return {
    text: `${cut[0]}${shown}${cut[1]}`,
    before: " ".repeat(cut[0].length + Math.min(Math.max(column - 1 - from, 0), shown.length)),
  };
}
