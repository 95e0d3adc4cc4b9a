import type { Language } from "../../model.ts";
import type { Mistake } from "../mistakes.ts";
import { fields, files } from "./german.ts";
import { pictures } from "./german-pictures.ts";
import { texts } from "./german-texts.ts";

/** How one kind of sentence is said in German. */
interface Sentence {
  readonly pattern: RegExp;
  /** Of each of its places, whether words of the list stand there. */
  readonly inner: readonly boolean[];
  readonly german: string;
}

/** What is said of fields fits most, so it comes last. */
const sentences = [...files, ...texts, ...pictures, ...fields].map(sentenceOf);

function sentenceOf([english, german]: (typeof fields)[number]): Sentence {
  const places = english.match(/\{[w~]?\}/g) ?? [];
  const [begin = "", ...rest] = english.split(/\{[w~]?\}/).map((text) => RegExp.escape(text));
  const pattern = places.map(
    (place, at) => `${place === "{w}" ? "([\\w.]+)" : "(.*?)"}${rest[at] ?? ""}`,
  );
  return {
    pattern: new RegExp(`^${begin}${pattern.join("")}$`, "su"),
    inner: places.map((place) => place === "{~}"),
    german,
  };
}

/** A sentence of a mistake in German; null when nobody has said it so yet. */
export function inGerman(english: string): string | null {
  for (const { pattern, inner, german } of sentences) {
    const found = pattern.exec(english)?.slice(1);
    if (found === undefined) continue;
    const said = found.map((words, at) => (inner[at] === true ? inGerman(words) : words));
    if (said.every((words) => words !== null))
      return german.replaceAll(/\{(\d)\}/g, (_, place: string) => said[Number(place) - 1] ?? "");
  }
  return null;
}

/** The mistake in the magazine's language: mistakes are made in English, and what has no German stays so. */
export function inWordsOf<Note extends Pick<Mistake, "what" | "expected">>(
  note: Note,
  language: Language,
): Note {
  if (language === "en") return note;
  const { what, expected } = note;
  return { ...note, what: inGerman(what) ?? what, expected: inGerman(expected) ?? expected };
}
