import type { Language } from "../model.ts";

/** Three dots, no more and no fewer. */
export function ellipses(text: string): string {
  return text.replace(/(?<!\.)\.{3}(?!\.)/g, "…");
}

/** `--` and `---`; in German also a single hyphen between spaces. `--dry-run` and a rule of hyphens stay. */
export function dashes(text: string, language: Language): string {
  const written = text
    .replace(/(?<=[^\s-])---(?=[^\s-])|(?<=^|\s)---(?=\s|$)/g, "—")
    .replace(/(?<=[^\s-])--(?=[^\s-])|(?<=^|\s)--(?=\s|$)/g, "–");
  return language === "de" ? written.replace(/(?<=\s)-(?=\s)/g, "–") : written;
}
