import type { Language } from "../model.ts";

/** Three dots, no more and no fewer. */
export function ellipses(text: string): string {
  if (!text.includes("...")) return text;
  return text.replace(/(?<!\.)\.{3}(?!\.)/g, "…");
}

/** What may follow a dash that has a space before it: a space, the end, or a mark that closes. `.5` and `"Wort"` begin something. */
const end = String.raw`\s|$|[;:!?…)\]}]|[.,](?!\d)|["'“”‘’»«›‹](?![\p{L}\p{N}])`;

function written(hyphens: string): RegExp {
  const alone = `(?<!-)${hyphens}(?!-)`;
  const spaced = String.raw`(?<=^|[\s(\[{„‚"'])${alone}(?=${end})`;
  const close = String.raw`(?<=[^\s(\[{„‚"'])${alone}(?=\S)`;
  return new RegExp(`${spaced}|${close}`, "gu");
}

const em = written("---");
const en = written("--");
const spacedHyphen = /(?<=\s)-(?=\s)/g;
/** The second of two, `– wie immer -,`. In `+, -, *` and `plus und -.` it is a sign that is spoken of. */
const closingHyphen = new RegExp(
  String.raw`(?<=(?:^|[\p{L}\p{M}\p{N}…)\]“”‘’»«›‹!?.%€])\s)(?<!(?:^|\s)(?:und|oder|als|ein|eine[mnr]?)\s)-(?!\s)(?=${end})`,
  "gu",
);

/**
 * `--` and `---`; in German also a single hyphen between spaces, or between a space and a mark that closes. `--dry-run` and a rule of
 * hyphens stay.
 * @param before the character before the text, `""` where a block begins
 * @param after the character behind it, `""` where the block ends
 */
export function dashes(text: string, language: Language, before = "", after = ""): string {
  // Most hyphens stand between two letters, and most texts hold no others.
  if (!text.includes("--") && !/\s-/.test(before + text)) return text;
  const [left, right] = [context(before), context(after)];
  const whole = left + text + right;
  const changed = text.includes("--") ? whole.replace(em, "—").replace(en, "–") : whole;
  const set =
    language === "de" ? changed.replace(spacedHyphen, "–").replace(closingHyphen, "–") : changed;
  return set.slice(left.length, set.length - right.length);
}

/** A hyphen that is not of this text joins none of its own. */
function context(character: string): string {
  return character === "-" ? "x" : character;
}
