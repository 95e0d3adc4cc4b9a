import type { Language } from "../model.ts";

const german: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue" };
/** Letters that Unicode does not take apart into a plain letter and a mark. */
const latin: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Plain text as an id: lower-case ASCII letters, digits and single hyphens; `""` when nothing of it can be kept. */
export function slugOf(plain: string, language: Language): string {
  const letters = language === "de" ? { ...latin, ...german } : latin;
  return plain
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßæœøłđðþı]/gu, (letter) => letters[letter] ?? letter)
    .normalize("NFKD")
    .replace(/[\p{M}'’‘´\u00AD]/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
